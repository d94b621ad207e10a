//! What the schema says of a body, by the `jsonschema` crate.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    subject::Subject,
    survey::{Unknown, UnknownKind},
    text::shortened,
};

/// A place at which the schema doesn't accept a body.
#[derive(Debug, Serialize)]
pub(crate) struct Violation {
    pub(crate) pointer: String,
    /// The keyword of JSON Schema that isn't satisfied.
    pub(crate) keyword: String,
    pub(crate) message: String,
    /// Whether it is an unknown value or tag of that place, which the crate keeps and the schema doesn't list.
    pub(crate) is_unknown: bool,
}

/// Validators of the types that were asked for.
pub(crate) struct Validators {
    definitions: Value,
    made: RefCell<HashMap<String, Rc<Validator>>>,
}

impl Validators {
    /// # Errors
    ///
    /// The bundled schema isn't JSON.
    pub(crate) fn bundled() -> serde_json::Result<Self> {
        let mut schema: Value = serde_json::from_str(letta_types::SCHEMA)?;
        let mut definitions = schema["$defs"].take();
        admit_former_tags(&mut definitions);
        Ok(Self {
            definitions,
            made: RefCell::default(),
        })
    }

    /// What the schema of a type doesn't accept in a body.
    ///
    /// # Errors
    ///
    /// The bundled schema isn't JSON Schema.
    pub(crate) fn violations(
        &self,
        subject: &Subject,
        body: &Value,
        unknown: &[Unknown],
    ) -> Result<Vec<Violation>, String> {
        let validator = self.of(subject)?;
        let explained = places(unknown);
        let mut violations = Vec::new();
        for error in validator.iter_errors(body) {
            collect(&error, &explained, &mut violations);
        }
        Ok(violations)
    }

    fn of(&self, subject: &Subject) -> Result<Rc<Validator>, String> {
        let name = subject.to_string();
        if let Some(validator) = self.made.borrow().get(&name) {
            return Ok(Rc::clone(validator));
        }
        let mut schema = subject.form.schema(&subject.type_name);
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["$defs"] = self.definitions.clone();
        let validator = jsonschema::validator_for(&schema)
            .map_err(|error| format!("the schema of {name} is none: {error}"))?;
        let validator = Rc::new(validator);
        self.made.borrow_mut().insert(name, Rc::clone(&validator));
        Ok(validator)
    }
}

/// Lets in the older spellings of tags, as the dialect says: JSON Schema knows nothing of its keys.
fn admit_former_tags(definitions: &mut Value) {
    let definitions = definitions.as_object_mut().into_iter().flatten();
    let properties = definitions.flat_map(|(_, one)| {
        let properties = one.get_mut("properties").and_then(Value::as_object_mut);
        properties.into_iter().flatten()
    });
    for (_, property) in properties {
        let former = property["x-letta-former-tags"]
            .as_array()
            .into_iter()
            .flatten();
        let tags: Vec<Value> = former.map(|tag| json!({ "const": tag })).collect();
        if let (false, Some(property)) = (tags.is_empty(), property.as_object_mut()) {
            let today = property.remove("const").map(|tag| json!({ "const": tag }));
            property.insert("anyOf".to_owned(), today.into_iter().chain(tags).collect());
        }
    }
}

/// Where the schema must object because of what is unknown: at a value, and at the object of a tag.
fn places(unknown: &[Unknown]) -> HashSet<&str> {
    unknown
        .iter()
        .filter_map(|one| match one.kind {
            UnknownKind::Field => None,
            UnknownKind::Tag if one.value.is_some() => {
                one.pointer.rsplit_once('/').map(|(object, _)| object)
            }
            UnknownKind::Tag | UnknownKind::Value => Some(one.pointer.as_str()),
        })
        .collect()
}

/// Adds a violation; for a union, those of the arm that the value belongs to.
fn collect(error: &ValidationError<'_>, explained: &HashSet<&str>, into: &mut Vec<Violation>) {
    let pointer = error.instance_path().as_str();
    let is_unknown = explained.contains(pointer);
    if let (ValidationErrorKind::AnyOf { context }, false) = (error.kind(), is_unknown) {
        if let Some(arm) = likely_arm(pointer, context) {
            for error in arm {
                collect(error, explained, into);
            }
            return;
        }
    }
    into.push(Violation {
        pointer: pointer.to_owned(),
        keyword: error.kind().keyword().to_owned(),
        message: shortened(&error.masked_with("the value").to_string(), 200),
        is_unknown,
    });
}

/// The arm that was meant: of those that refuse neither the value's JSON type nor its tag, the one with the
/// fewest errors.
fn likely_arm<'e>(
    pointer: &str,
    context: &'e [Vec<ValidationError<'static>>],
) -> Option<&'e [ValidationError<'static>]> {
    context
        .iter()
        .filter(|errors| !errors.iter().any(|error| excludes(pointer, error)))
        .min_by_key(|errors| errors.len())
        .map(Vec::as_slice)
}

/// Whether an error says that a value belongs to another arm: by its JSON type, or by the tag in it.
fn excludes(pointer: &str, error: &ValidationError<'_>) -> bool {
    let place = error.instance_path().as_str();
    let depth = |pointer: &str| pointer.matches('/').count();
    let is_constant =
        |error: &ValidationError<'_>| matches!(error.kind(), ValidationErrorKind::Constant { .. });
    match error.kind() {
        ValidationErrorKind::Type { .. } => place == pointer,
        // A tag that has former spellings is one of several constants.
        ValidationErrorKind::AnyOf { context } if context.iter().flatten().all(is_constant) => {
            depth(place) == depth(pointer) + 1
        }
        ValidationErrorKind::Constant { .. } => depth(place) == depth(pointer) + 1,
        _ => false,
    }
}
