//! What a body holds that the crate has no name for: fields, values of enums, and tags.
//!
//! A typed value keeps them all: in `extra()`, and in the variants `Unknown`. To find them without knowing
//! the type, this walks what the value is written as along [`letta_types::OPENAPI`], the same schema
//! that the types are generated from.

use std::fmt;

use letta_types::operation::Method;
use serde_json::{Map, Value};

use crate::pointer::step;

/// Something that the crate has no name for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unknown {
    /// Where it is, as a JSON Pointer.
    pub pointer: String,

    /// What it is.
    pub what: What,
}

/// What it is that the crate has no name for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum What {
    /// A field that the type doesn't declare.
    Field,

    /// A value that the enum doesn't list.
    Value(String),

    /// A tag that none of the union's variants has; `None` if there is no tag to tell the variant by.
    Tag(Option<String>),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            What::Field => write!(f, "field {}", self.pointer),
            What::Value(value) => write!(f, "value {value:?} at {}", self.pointer),
            What::Tag(Some(tag)) => write!(f, "tag {tag:?} at {}", self.pointer),
            What::Tag(None) => write!(f, "no tag at {}", self.pointer),
        }
    }
}

/// The document of all operations and types.
#[derive(Clone, Debug)]
pub struct Document(Value);

impl Document {
    /// Reads the document that the crate carries.
    ///
    /// # Errors
    ///
    /// It isn't JSON, which would be a fault of the crate.
    pub fn bundled() -> serde_json::Result<Self> {
        serde_json::from_str(letta_types::OPENAPI).map(Self)
    }

    fn operation(&self, method: Method, path: &str) -> &Value {
        &self.0["paths"][path][method.as_str().to_lowercase()]
    }

    /// The name of an operation, such as `list_steps`.
    #[must_use]
    pub fn name(&self, method: Method, path: &str) -> &str {
        self.operation(method, path)["operationId"]
            .as_str()
            .unwrap_or("unnamed")
    }

    /// What of an operation's answer the crate has no name for.
    ///
    /// `answer` is the typed value as it is written: then every tag is there that can be.
    #[must_use]
    pub fn of_answer(
        &self,
        method: Method,
        path: &str,
        status: u16,
        answer: &Value,
    ) -> Vec<Unknown> {
        let succeeded = (200..300).contains(&status);
        let status = if succeeded { "200" } else { "default" };
        let response = &self.operation(method, path)["responses"][status];
        self.find(&response["content"]["application/json"]["schema"], answer)
    }

    /// What of an operation's request the crate has no name for.
    #[must_use]
    pub fn of_request(&self, method: Method, path: &str, body: &Value) -> Vec<Unknown> {
        let request = &self.operation(method, path)["requestBody"];
        self.find(&request["content"]["application/json"]["schema"], body)
    }

    fn find(&self, schema: &Value, value: &Value) -> Vec<Unknown> {
        let mut found = Vec::new();
        self.walk(schema, value, String::new(), &mut found);
        found
    }

    /// The definition that a reference leads to, or the schema itself.
    fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        let target = schema["$ref"]
            .as_str()
            .and_then(|reference| self.0.pointer(reference.strip_prefix('#')?));
        target.map_or(schema, |target| self.resolve(target))
    }

    fn walk(&self, schema: &Value, value: &Value, pointer: String, found: &mut Vec<Unknown>) {
        let schema = self.resolve(schema);
        if let Some(arms) = schema["anyOf"].as_array() {
            match self.arm(schema, arms, value) {
                Some(arm) => self.walk(arm, value, pointer, found),
                None => {
                    if let (Some(tag), Value::Object(object)) =
                        (schema["x-letta-tag"].as_str(), value)
                    {
                        let tag = object.get(tag).and_then(Value::as_str);
                        let what = What::Tag(tag.map(str::to_owned));
                        found.push(Unknown { pointer, what });
                    }
                }
            }
            return;
        }
        match value {
            Value::Object(object) => {
                // Without declared properties it is an open map, in which everything is as it should be.
                if let Some(properties) = schema["properties"].as_object() {
                    self.fields(properties, object, &pointer, found);
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    self.walk(
                        &schema["items"],
                        element,
                        format!("{pointer}/{index}"),
                        found,
                    );
                }
            }
            Value::String(text) => {
                let listed = schema["enum"].as_array();
                if listed.is_some_and(|values| !values.iter().any(|own| own == text)) {
                    let what = What::Value(text.clone());
                    found.push(Unknown { pointer, what });
                }
            }
            _ => {}
        }
    }

    fn fields(
        &self,
        properties: &Map<String, Value>,
        object: &Map<String, Value>,
        pointer: &str,
        found: &mut Vec<Unknown>,
    ) {
        for (key, value) in object {
            let pointer = step(pointer, key);
            match properties.get(key) {
                Some(property) => self.walk(property, value, pointer, found),
                None => found.push(Unknown {
                    pointer,
                    what: What::Field,
                }),
            }
        }
    }

    /// The arm of a union that a value belongs to, by the keys that `schema/README.md` describes.
    fn arm<'a>(&'a self, union: &Value, arms: &'a [Value], value: &Value) -> Option<&'a Value> {
        // A union within another one takes what has a certain key, whatever the tag.
        let within = arms.iter().find(|arm| {
            let key = arm["x-letta-when"].as_str();
            key.is_some_and(|key| value.get(key).is_some_and(|value| !value.is_null()))
        });
        if within.is_some() {
            return within;
        }
        if let Some(tag) = union["x-letta-tag"].as_str() {
            let own = value.get(tag)?;
            return arms.iter().find(|arm| {
                let tag = &self.resolve(arm)["properties"][tag];
                let former = tag["x-letta-former-tags"].as_array();
                tag.get("const") == Some(own) || former.is_some_and(|former| former.contains(own))
            });
        }
        // By required fields, by JSON type, or one type and null.
        arms.iter().find(|arm| {
            let arm = self.resolve(arm);
            let kind = arm["type"].as_str();
            match value {
                Value::Object(object) => {
                    let required = arm["required"].as_array();
                    let all = |keys: &Vec<Value>| {
                        keys.iter()
                            .filter_map(Value::as_str)
                            .all(|key| object.contains_key(key))
                    };
                    kind.is_none_or(|kind| kind == "object") && required.is_none_or(all)
                }
                Value::Array(_) => kind == Some("array"),
                Value::String(_) => kind.is_none_or(|kind| kind == "string"),
                Value::Number(_) => matches!(kind, Some("integer" | "number")),
                Value::Null => kind == Some("null"),
                Value::Bool(_) => kind == Some("boolean"),
            }
        })
    }
}
