//! What the `jsonschema` crate says.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use jsonschema::Validator;
use serde_json::{Value, json};

/// A validator of each definition of the bundled schema, made when it is asked for.
pub(crate) struct Validators {
    definitions: Value,
    known: RefCell<HashMap<String, Rc<Validator>>>,
}

impl Validators {
    pub(crate) fn bundled() -> Self {
        let schema: Value = serde_json::from_str(letta_types::SCHEMA).expect("the schema is JSON");
        Self {
            definitions: schema["$defs"].clone(),
            known: RefCell::default(),
        }
    }

    /// Whether a value is one of the definition's.
    pub(crate) fn accept(&self, type_name: &str, value: &Value) -> bool {
        self.of(type_name).is_valid(value)
    }

    fn of(&self, type_name: &str) -> Rc<Validator> {
        let mut known = self.known.borrow_mut();
        let make = || Rc::new(self.make(type_name));
        Rc::clone(known.entry(type_name.to_owned()).or_insert_with(make))
    }

    fn make(&self, type_name: &str) -> Validator {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": format!("#/$defs/{type_name}"),
            "$defs": self.definitions,
        });
        jsonschema::validator_for(&schema)
            .unwrap_or_else(|error| panic!("{type_name} is no schema: {error}"))
    }
}
