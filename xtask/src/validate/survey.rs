//! How much of a body a type declares, and what it doesn't know.

use serde::Serialize;
use serde_json::Value;
use support::{
    Form, Json, Schema, Shape,
    schema::{own_arms, own_tag, properties, required},
};

use super::{
    body::{Kind, Node},
    subject::Subject,
    text::{Pointer, short},
};

/// What a walk over a body and the schema of a type found.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// Fields that are declared, among them tags.
    pub(crate) declared: usize,
    /// Values at places that the type doesn't declare, and required fields that are missing.
    pub(crate) foreign: usize,
    /// Values at declared places that are of another JSON type.
    pub(crate) misfits: usize,
    pub(crate) unknown: Vec<Unknown>,
}

/// Something that the crate keeps without knowing it.
#[derive(Debug, Serialize)]
pub(crate) struct Unknown {
    pub(crate) kind: UnknownKind,
    pub(crate) pointer: String,
    /// The value as it stands in the body, cut short; nothing where an object has no tag.
    pub(crate) value: Option<String>,
    /// The type that doesn't declare the field, the enum that doesn't list the value, or the union that has no such
    /// tag.
    #[serde(rename = "in")]
    pub(crate) within: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum UnknownKind {
    Field,
    Value,
    Tag,
}

/// Walks a body and the schema of its type side by side.
pub(crate) fn survey(schema: &Schema, subject: &Subject, body: &Node) -> Survey {
    survey_up_to(usize::MAX, schema, subject, body)
}

/// Gives up on a list once more than so many values are foreign.
pub(crate) fn survey_up_to(most: usize, schema: &Schema, subject: &Subject, body: &Node) -> Survey {
    if subject.form == Form::Optional && body.is_null() {
        return Survey::default();
    }
    let of = subject.form.schema(&subject.type_name);
    let mut walk = Walk {
        schema,
        most,
        survey: Survey::default(),
        at: Pointer::default(),
    };
    walk.value(&of, body);
    walk.survey
}

struct Walk<'a> {
    schema: &'a Schema,
    most: usize,
    survey: Survey,
    at: Pointer,
}

impl<'a> Walk<'a> {
    fn value(&mut self, of: &'a Value, body: &Node) {
        match (self.schema.shape(of, body), &body.kind) {
            (
                Shape::Object {
                    type_name,
                    definition,
                    ..
                },
                Kind::Object(_),
            ) => self.object(type_name, definition, body),
            (
                Shape::UnknownKind {
                    type_name,
                    union,
                    tag,
                },
                Kind::Object(_),
            ) => self.unknown_kind(type_name, union, tag, body),
            (Shape::List(items), Kind::List(elements)) => {
                for (index, element) in elements.iter().enumerate() {
                    if self.survey.foreign > self.most {
                        return;
                    }
                    self.at.push(index);
                    self.value(items, element);
                    self.at.pop();
                }
            }
            (
                Shape::Enum {
                    type_name,
                    definition,
                },
                Kind::Text(text),
            ) => {
                let values = definition["enum"].as_array();
                if !values.is_some_and(|values| values.iter().any(|value| value == text.as_ref())) {
                    self.survey.foreign += 1;
                    self.unknown(UnknownKind::Value, Some(body), type_name);
                }
            }
            (Shape::Open(leaf), _) => {
                let types = self.schema.json_types(leaf);
                let fits = types.is_empty()
                    || types.contains(body.json_type())
                    || types.contains("number") && body.json_type() == "integer";
                if !fits {
                    self.survey.misfits += body.size();
                }
            }
            _ => self.survey.misfits += body.size(),
        }
    }

    fn object(&mut self, type_name: &str, definition: &'a Value, body: &Node) {
        let declared = properties(definition);
        let required = required(definition);
        for key in &required {
            if body.field(key).is_none() {
                self.survey.foreign += 1;
            }
        }
        for (key, value) in body.fields() {
            self.at.push(key);
            if let Some(property) = declared.get(key.as_ref()) {
                self.survey.declared += 1;
                // Null stands for an optional field that isn't set.
                let is_unset = value.is_null() && !required.contains(key.as_ref());
                if !is_unset && property.get("const").is_none() {
                    self.value(property, value);
                }
            } else {
                self.survey.foreign += value.size();
                self.unknown(UnknownKind::Field, Some(value), type_name);
            }
            self.at.pop();
        }
    }

    /// An object that no arm of a union takes: it is kept as a whole, and its other fields are no news.
    fn unknown_kind(&mut self, type_name: &str, union: &'a Value, tag: &str, body: &Node) {
        self.survey.foreign += 1;
        for (key, _) in body.fields() {
            if key == tag || self.is_shared(union, key) {
                self.survey.declared += 1;
            }
        }
        if let Some(value) = body.field(tag) {
            self.at.push(tag);
            self.unknown(UnknownKind::Tag, Some(value), type_name);
            self.at.pop();
        } else {
            self.survey.foreign += body.size();
            self.unknown(UnknownKind::Tag, None, type_name);
        }
    }

    /// Whether all arms that are told by the tag declare a field.
    fn is_shared(&self, union: &Value, key: &str) -> bool {
        own_arms(union).all(|arm| {
            let (_, definition) = self.schema.resolve(arm);
            own_tag(definition).is_some() && definition["properties"].get(key).is_some()
        })
    }

    fn unknown(&mut self, kind: UnknownKind, value: Option<&Node>, within: &str) {
        self.survey.unknown.push(Unknown {
            kind,
            pointer: self.at.to_string(),
            value: value.map(|node| short(node.raw)),
            within: within.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surveyed(type_name: &str, body: &str) -> Survey {
        let body = Node::parse(body).expect("the body is JSON");
        survey(
            &Schema::bundled(),
            &Subject::new(Form::One, type_name),
            &body,
        )
    }

    #[test]
    fn required_fields_that_are_missing_are_foreign() {
        // `date` and `content` are missing, and `mood` isn't declared.
        let survey = surveyed("UserMessage", r#"{"id": "message-1", "mood": 1}"#);
        assert_eq!((survey.declared, survey.foreign), (1, 3));
    }

    #[test]
    fn what_all_arms_declare_is_declared_of_an_unknown_kind() {
        // All messages have `id` and `date`; `content` isn't of all, and what else is new is no news of its own.
        let body = r#"{"message_type": "mood_message", "id": "message-1", "date": "", "content": "", "mood": 1}"#;
        let survey = surveyed("LettaMessage", body);
        assert_eq!((survey.declared, survey.foreign), (3, 1));
        let [unknown] = survey.unknown.as_slice() else {
            panic!("{:?}", survey.unknown);
        };
        assert_eq!(
            (unknown.kind, unknown.pointer.as_str()),
            (UnknownKind::Tag, "/message_type")
        );
    }
}
