//! What an enumeration must have reached, told from the schema, and what it has, told from the values.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Instance, reference};
use crate::schema::{Kind, Schema, arms, properties, required};

/// Every field absent, `null` and present, every enum value, every arm: each as a line.
pub fn expected(schema: &Schema) -> BTreeSet<String> {
    let mut expected = BTreeSet::new();
    for (name, definition) in schema.definitions() {
        expected.insert(name.clone());
        expected.extend(field_states(name, definition));
        let values = definition["enum"].as_array();
        expected.extend(
            values
                .into_iter()
                .flatten()
                .map(|value| format!("{name} is {value}")),
        );
        for arm in arms(definition) {
            expected.extend(arm_lines(schema, name, arm));
        }
    }
    expected
}

fn field_states(name: &str, definition: &Value) -> Vec<String> {
    if definition.get("properties").is_none() {
        return Vec::new();
    }
    let required = required(definition);
    let states = |key: &str, property: &Value| -> &[&str] {
        if required.contains(key) {
            &["present"]
        } else if property.get("const").is_some() {
            &["absent", "present"]
        } else {
            &["absent", "null", "present"]
        }
    };
    properties(definition)
        .iter()
        .flat_map(|(key, property)| states(key, property).iter().map(move |state| (key, state)))
        .map(|(key, state)| format!("{name}.{key} {state}"))
        .collect()
}

/// An arm that is a union itself is reached by any of its arms.
fn arm_lines(schema: &Schema, union: &str, arm: &Value) -> Vec<String> {
    match schema.resolve(arm) {
        (_, resolved) if resolved.get("anyOf").is_some() => arms(resolved)
            .flat_map(|arm| arm_lines(schema, union, arm))
            .collect(),
        (Some(name), _) => vec![format!("{union} as {name}")],
        (None, leaf) => schema
            .json_types(leaf)
            .into_iter()
            .map(|json| format!("{union} as {json}"))
            .collect(),
    }
}

/// What an instance reaches.
pub fn reached(schema: &Schema, instance: &Instance) -> Vec<String> {
    let name = &instance.type_name;
    let definition = schema.definition(name);
    let value = instance.document.value();
    let mut lines = vec![name.clone()];
    if definition.get("properties").is_some() {
        for key in properties(definition).keys() {
            let state = match value.get(key) {
                None => "absent",
                Some(Value::Null) => "null",
                Some(_) => "present",
            };
            lines.push(format!("{name}.{key} {state}"));
        }
    } else if definition.get("enum").is_some() {
        lines.push(format!("{name} is {value}"));
    } else {
        lines.push(format!("{name} as {}", arm_of(schema, name, &value)));
    }
    lines
}

fn arm_of(schema: &Schema, name: &str, value: &Value) -> String {
    let outermost = schema
        .places(&reference(name), value)
        .into_iter()
        .filter(|place| place.pointer.is_empty())
        .find_map(|place| match place.kind {
            Kind::Object { type_name } => Some(type_name),
            _ => None,
        });
    let json = match value {
        Value::String(_) => "string",
        Value::Number(_) => "integer",
        Value::Array(_) => "array",
        _ => "object",
    };
    outermost.unwrap_or_else(|| json.to_owned())
}
