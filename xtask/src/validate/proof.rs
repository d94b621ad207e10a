//! The proof that nothing is lost: what was written back holds all that came.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use support::{
    Json, Schema, Shape,
    schema::{own_tag, properties, required},
};

use super::{
    body::{Kind, Node},
    numbers,
    subject::Subject,
    text::{Pointer, short},
};

/// How what was written differs from the body.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Proof {
    /// `null`s of optional declared fields, which are the same as no field.
    pub(crate) nulls_left_out: usize,
    /// Tags of objects that had come without theirs.
    pub(crate) tags_added: usize,
    /// Everything else: there should be nothing.
    pub(crate) lost: Vec<Loss>,
}

/// A place at which what was written isn't what came.
#[derive(Debug, Serialize)]
pub(crate) struct Loss {
    pub(crate) pointer: String,
    /// What came, cut short; nothing if it was added.
    pub(crate) was: Option<String>,
    /// What was written, cut short; nothing if it is gone.
    pub(crate) is: Option<String>,
    /// Whether it is a number with more digits than 64-bit integers and doubles have, of which the nearest double is
    /// left. That is a limit of `serde_json` without its feature `arbitrary_precision`.
    pub(crate) is_rounded: bool,
}

/// Compares a body with what was written of it, as the schema of its type allows.
pub(crate) fn prove(schema: &Schema, subject: &Subject, body: &Node, written: &Node) -> Proof {
    let of = subject.form.schema(&subject.type_name);
    let mut walk = Walk {
        schema,
        proof: Proof::default(),
        at: Pointer::default(),
    };
    walk.typed(&of, body, written);
    walk.proof
}

struct Walk<'a> {
    schema: &'a Schema,
    proof: Proof,
    at: Pointer,
}

impl<'a> Walk<'a> {
    fn typed(&mut self, of: &'a Value, body: &Node, written: &Node) {
        match (self.schema.shape(of, body), &body.kind, &written.kind) {
            (Shape::Object { definition, .. }, Kind::Object(_), Kind::Object(_)) => {
                self.object(definition, body, written);
            }
            (Shape::List(items), Kind::List(was), Kind::List(is)) if was.len() == is.len() => {
                for (index, (was, is)) in was.iter().zip(is).enumerate() {
                    self.at.push(index);
                    self.typed(items, was, is);
                    self.at.pop();
                }
            }
            _ => self.untyped(body, written),
        }
    }

    fn object(&mut self, definition: &'a Value, body: &Node, written: &Node) {
        let declared = properties(definition);
        let required = required(definition);
        let tag = own_tag(definition);
        let is_tag = |key: &str, value: &Node| {
            tag.is_some_and(|(name, text)| name == key && value.text() == Some(text))
        };
        let mut left = by_key(written);
        for (key, was) in body.fields() {
            let is = left.remove(key.as_ref());
            let is_unset = was.is_null() && !required.contains(key.as_ref());
            self.at.push(key);
            match (declared.get(key.as_ref()), is) {
                (Some(_), None) if is_unset => self.proof.nulls_left_out += 1,
                (Some(_), Some(is)) if is_unset && is_tag(key, is) => self.proof.tags_added += 1,
                (Some(property), Some(is)) => self.typed(property, was, is),
                (None, Some(is)) => self.untyped(was, is),
                (_, None) => self.lost(Some(was), None),
            }
            self.at.pop();
        }
        for (key, is) in left {
            if is_tag(key, is) {
                self.proof.tags_added += 1;
            } else {
                self.at.push(key);
                self.lost(None, Some(is));
                self.at.pop();
            }
        }
    }

    /// Compares what no type may change, down to what differs.
    fn untyped(&mut self, body: &Node, written: &Node) {
        match (&body.kind, &written.kind) {
            (Kind::Object(fields), Kind::Object(_)) => {
                let mut left = by_key(written);
                for (key, was) in fields {
                    self.at.push(key);
                    match left.remove(key.as_ref()) {
                        Some(is) => self.untyped(was, is),
                        None => self.lost(Some(was), None),
                    }
                    self.at.pop();
                }
                for (key, is) in left {
                    self.at.push(key);
                    self.lost(None, Some(is));
                    self.at.pop();
                }
            }
            (Kind::List(was), Kind::List(is)) if was.len() == is.len() => {
                for (index, (was, is)) in was.iter().zip(is).enumerate() {
                    self.at.push(index);
                    self.untyped(was, is);
                    self.at.pop();
                }
            }
            (Kind::Text(was), Kind::Text(is)) if was == is => {}
            (Kind::Number, Kind::Number) if numbers::same(body.raw, written.raw) => {}
            (Kind::Null, Kind::Null) => {}
            (Kind::Bool, Kind::Bool) if body.raw == written.raw => {}
            _ => self.lost(Some(body), Some(written)),
        }
    }

    fn lost(&mut self, was: Option<&Node>, is: Option<&Node>) {
        self.proof.lost.push(Loss {
            pointer: self.at.to_string(),
            was: was.map(|node| short(node.raw)),
            is: is.map(|node| short(node.raw)),
            is_rounded: was.zip(is).is_some_and(|(was, is)| {
                let are_numbers = matches!((&was.kind, &is.kind), (Kind::Number, Kind::Number));
                are_numbers && numbers::is_nearest(was.raw, is.raw)
            }),
        });
    }
}

fn by_key<'n>(object: &'n Node) -> BTreeMap<&'n str, &'n Node<'n>> {
    let fields = object.fields().iter();
    fields.map(|(key, value)| (key.as_ref(), value)).collect()
}

#[cfg(test)]
mod tests {
    use support::Form;

    use super::*;

    /// What a proof tells: nulls, tags, and where something is lost.
    fn told(type_name: &str, body: &str, written: &str) -> (usize, usize, Vec<String>) {
        let schema = Schema::bundled();
        let subject = Subject::new(Form::One, type_name);
        let body = Node::parse(body).expect("the body is JSON");
        let written = Node::parse(written).expect("what was written is JSON");
        let proof = prove(&schema, &subject, &body, &written);
        let lost = proof.lost.into_iter().map(|loss| loss.pointer).collect();
        (proof.nulls_left_out, proof.tags_added, lost)
    }

    #[test]
    fn nulls_of_optional_fields_go_and_tags_come() {
        let body = r#"{"id": "message-1", "date": "", "reasoning": "", "otid": null, "new": null}"#;
        let written = r#"{"message_type": "reasoning_message", "id": "message-1", "date": "", "reasoning": "", "new": null}"#;
        assert_eq!(told("LettaMessage", body, written), (1, 1, vec![]));
    }

    #[test]
    fn a_tag_takes_the_place_of_its_null() {
        let body = r#"{"text": "a", "type": null}"#;
        let written = r#"{"text": "a", "type": "text"}"#;
        assert_eq!(told("TextContent", body, written), (0, 1, vec![]));
    }

    #[test]
    fn every_loss_has_its_place() {
        let written = r#"{"id": "step-1"}"#;
        for (body, place) in [
            (r#"{"id": "step-2"}"#, "/id"),
            (r#"{"id": "step-1", "new": null}"#, "/new"),
            (r#"{"id": "step-1", "model": "a"}"#, "/model"),
            (r#"{"id": "step-1", "tags": []}"#, "/tags"),
            (r#"{"id": "step-1", "a/b": 1}"#, "/a~1b"),
        ] {
            let lost = vec![place.to_owned()];
            assert_eq!(told("Step", body, written), (0, 0, lost), "{body}");
        }
        for (is, place) in [
            (r#"{"id": "step-1", "tags": ["a"]}"#, "/tags"),
            (r#"{"id": "step-1", "tags": ["a", "c"]}"#, "/tags/1"),
            (
                r#"{"id": "step-1", "tags": ["a", "b"], "model": ""}"#,
                "/model",
            ),
            (
                r#"{"id": "step-1", "tags": ["a", "b"], "new": null}"#,
                "/new",
            ),
        ] {
            let body = r#"{"id": "step-1", "tags": ["a", "b"]}"#;
            assert_eq!(
                told("Step", body, is),
                (0, 0, vec![place.to_owned()]),
                "{is}"
            );
        }
    }

    #[test]
    fn open_maps_keep_every_null_and_every_digit() {
        let body = r#"{"id": "step-1", "error_data": {"a": null, "b": [12345678901234567890123]}}"#;
        let written = r#"{"id": "step-1", "error_data": {"b": [1.2345678901234568e22]}}"#;
        let lost = vec!["/error_data/a".to_owned(), "/error_data/b/0".to_owned()];
        assert_eq!(told("Step", body, written), (0, 0, lost));
    }
}
