//! Values made from the schema.

use serde_json::{Value, json};

use crate::schema::{Schema, arms, own_tag, properties, required};

impl Schema {
    /// A value of a type with its required fields and its tag alone.
    pub fn smallest(&self, type_name: &str) -> Value {
        self.sample_of(type_name, false)
    }

    /// A value of a type with every field that it declares.
    pub fn fullest(&self, type_name: &str) -> Value {
        self.sample_of(type_name, true)
    }

    fn sample_of(&self, type_name: &str, full: bool) -> Value {
        self.sample(&json!({ "$ref": format!("#/$defs/{type_name}") }), full)
    }

    /// A value that a schema takes; of a union's arms, the first.
    pub fn sample(&self, schema: &Value, full: bool) -> Value {
        let (_, schema) = self.resolve(schema);
        if let Some(arm) = arms(schema).next() {
            return self.sample(arm, full);
        }
        if schema.get("properties").is_some() {
            return self.sample_object(schema, full);
        }
        if let Some(constant) = schema.get("const") {
            return constant.clone();
        }
        if let Some(first) = schema["enum"].get(0) {
            return first.clone();
        }
        match self.json_types(schema).first() {
            Some(&"array") => json!([self.sample(&schema["items"], full)]),
            Some(&"boolean") => true.into(),
            Some(&"integer") => 7.into(),
            Some(&"number") => 0.1.into(),
            Some(&"object") => json!({ "key": [null, 0.300_000_000_000_000_04] }),
            Some(&"string") => "2026-11-21T09:43:39Z".into(),
            Some(other) => panic!("no sample is known for the type {other}"),
            None => json!({ "any": null }),
        }
    }

    fn sample_object(&self, definition: &Value, full: bool) -> Value {
        let required = required(definition);
        let tag = own_tag(definition).map(|(key, _)| key);
        properties(definition)
            .iter()
            .filter(|(key, _)| full || required.contains(key.as_str()) || tag == Some(key.as_str()))
            .map(|(key, property)| (key.clone(), self.sample(property, full)))
            .collect()
    }
}

/// Values of a JSON type that is none of those, one of each type.
pub fn misfits(types: &[&str]) -> Vec<Value> {
    let number_fits = types.contains(&"number") || types.contains(&"integer");
    [
        ("string", json!("text")),
        ("boolean", json!(true)),
        ("array", json!(["text"])),
        ("object", json!({ "key": "value" })),
    ]
    .into_iter()
    .filter(|(name, _)| !types.contains(name))
    .map(|(_, value)| value)
    .chain((!number_fits).then(|| json!(5)))
    .collect()
}
