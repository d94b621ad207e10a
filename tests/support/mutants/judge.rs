//! Accepted, and what must be written; or refused, and what the error must say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    deviations::{Lenience, Strictness},
    numbers,
    place::{Place, Shape, Told},
};
use crate::{
    instances::{Document, reference},
    schema::{Schema, own_tag, properties, required},
};

#[derive(Debug)]
pub enum Verdict {
    Accepted {
        written: Value,
        leniences: BTreeSet<Lenience>,
    },
    /// The error must be about one of these.
    Refused(Vec<Fault>),
}

/// Something wrong with a value, and what an error about it must say.
#[derive(Debug)]
pub struct Fault {
    pub problem: Problem,
    /// The innermost object type around it; at the root, what was expected. An error must say one.
    pub type_names: Vec<String>,
    /// The JSON Pointer, which ends with the field's name.
    pub pointer: String,
    /// How the arm of the innermost union around it was found.
    pub told: Told,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Problem {
    Missing,
    Type,
    Tag,
    Twice,
    Integer,
    Score,
}

/// What must become of a document that is read as a type.
pub fn judge(schema: &Schema, type_name: &str, document: &Document) -> Verdict {
    let reference = reference(type_name);
    let mut judge = Judge {
        schema,
        faults: Vec::new(),
        leniences: BTreeSet::new(),
    };
    let written = judge.value(&reference, document, &Spot::default());
    match written {
        Some(written) if judge.faults.is_empty() => Verdict::Accepted {
            written,
            leniences: judge.leniences,
        },
        _ => Verdict::Refused(judge.faults),
    }
}

struct Judge<'a> {
    schema: &'a Schema,
    faults: Vec<Fault>,
    leniences: BTreeSet<Lenience>,
}

/// Where a value stands.
#[derive(Clone, Default)]
struct Spot<'a> {
    pointer: String,
    /// The innermost object type around it.
    owner: Option<&'a str>,
    /// All types and unions around it.
    around: Vec<&'a str>,
    /// The tag's key, if there is one.
    tag: Option<&'a str>,
    told: Told,
}

impl Spot<'_> {
    fn at(&self, step: &str) -> Self {
        let step = step.replace('~', "~0").replace('/', "~1");
        Self {
            pointer: format!("{}/{step}", self.pointer),
            ..self.clone()
        }
    }

    /// Within what has no type, no key is a tag.
    fn within(&self) -> Self {
        Self {
            tag: None,
            ..self.clone()
        }
    }
}

impl<'a> Judge<'a> {
    /// What is written for a value; `None` if it is refused, and then there is a fault.
    fn value(&mut self, of: &'a Value, document: &Document, spot: &Spot<'a>) -> Option<Value> {
        let schema = self.schema;
        let place = Place::of(schema, of, document);
        let mut around = spot.around.clone();
        around.extend(&place.unions);
        let inner = Spot {
            told: match place.told {
                Told::Known => spot.told.clone(),
                told => told,
            },
            around,
            tag: place.union.map(|(_, key)| key),
            ..spot.clone()
        };
        match (place.shape, document) {
            (Shape::Object { name, definition }, Document::Object(fields)) => {
                let own = own_tag(definition).map(|(key, _)| key);
                let around = [inner.around, vec![name]].concat();
                let inner = Spot {
                    owner: Some(name),
                    around,
                    tag: inner.tag.or(own),
                    ..inner
                };
                Some(self.object(definition, fields, &inner))
            }
            (Shape::Object { name, .. }, _) => self.misfit(Problem::Type, Some(name), &inner),
            (Shape::Nothing(name), _) => self.misfit(Problem::Type, name, &inner),
            (Shape::UnknownKind, _) => {
                self.leniences.insert(Lenience::UnknownKind);
                let inner = Spot {
                    owner: None,
                    ..inner
                };
                Some(self.untyped(document, &inner))
            }
            (Shape::Leaf(leaf), _) => self.leaf(leaf, document, &inner),
        }
    }

    fn misfit(
        &mut self,
        problem: Problem,
        expected: Option<&str>,
        spot: &Spot<'a>,
    ) -> Option<Value> {
        self.faults.push(Fault {
            problem,
            type_names: Vec::from_iter(spot.owner.or(expected).map(str::to_owned)),
            pointer: spot.pointer.clone(),
            told: spot.told.clone(),
        });
        None
    }

    fn object(
        &mut self,
        definition: &'a Value,
        fields: &[(String, Document)],
        spot: &Spot<'a>,
    ) -> Value {
        self.repeated_keys(fields, spot);
        let tag = own_tag(definition);
        let properties = properties(definition);
        let required = required(definition);
        let mut written = Map::new();
        for (key, document) in fields {
            let spot = spot.at(key);
            let value = match properties.get(key) {
                None => Some(self.untyped(document, &spot.within())),
                Some(_) if tag.is_some_and(|(tag, _)| tag == key) => {
                    self.tag(definition, document, &spot)
                }
                Some(property) if is_null(document) && takes_any(property) => {
                    required.contains(key.as_str()).then_some(Value::Null)
                }
                Some(_) if is_null(document) && !required.contains(key.as_str()) => None,
                Some(property) => self.value(property, document, &spot),
            };
            written.extend(value.map(|value| (key.clone(), value)));
        }
        for key in required {
            if !fields.iter().any(|(name, _)| name == key) {
                self.misfit(Problem::Missing, None, &spot.at(key));
            }
        }
        if let Some((key, tag)) = tag {
            written.entry(key).or_insert_with(|| tag.into());
        }
        written.into()
    }

    /// A tag is absent, `null`, today's, or a former spelling, which stays.
    fn tag(
        &mut self,
        definition: &'a Value,
        document: &Document,
        spot: &Spot<'a>,
    ) -> Option<Value> {
        let (key, today) = own_tag(definition).expect("the object has a tag");
        let former = definition["properties"][key]["x-letta-former-tags"].as_array();
        match document {
            Document::Null => {
                self.leniences.insert(Lenience::NullTag);
                None
            }
            Document::String(tag) if tag == today => Some(today.into()),
            Document::String(tag)
                if former.is_some_and(|former| former.contains(&tag.as_str().into())) =>
            {
                self.leniences.insert(Lenience::FormerTag);
                Some(tag.as_str().into())
            }
            _ => self.misfit(Problem::Tag, None, spot),
        }
    }

    /// What has no type stays as it is; but a key that comes twice in it would be lost.
    fn untyped(&mut self, document: &Document, spot: &Spot<'a>) -> Value {
        self.all_repeated_keys(document, spot);
        document.value()
    }

    fn all_repeated_keys(&mut self, document: &Document, spot: &Spot<'a>) {
        match document {
            Document::Object(fields) => {
                self.repeated_keys(fields, spot);
                for (key, value) in fields {
                    self.all_repeated_keys(value, &spot.at(key).within());
                }
            }
            Document::Array(list) => {
                for (index, element) in list.iter().enumerate() {
                    self.all_repeated_keys(element, &spot.at(&index.to_string()).within());
                }
            }
            _ => {}
        }
    }

    /// The error may name any type around it: what comes before a tag is gone through before it is known
    /// of which type it is. Where the key is the tag, the types contradict each other, and none need be named.
    fn repeated_keys(&mut self, fields: &[(String, Document)], spot: &Spot<'a>) {
        let mut counts = BTreeMap::<&str, usize>::new();
        for (key, _) in fields {
            *counts.entry(key).or_default() += 1;
        }
        for (key, _) in counts.into_iter().filter(|(_, count)| *count > 1) {
            let type_names = match &spot.tag {
                Some(tag) if *tag == key => Vec::new(),
                _ => spot.around.iter().map(|name| (*name).to_owned()).collect(),
            };
            self.faults.push(Fault {
                problem: Problem::Twice,
                type_names,
                pointer: spot.at(key).pointer,
                told: Told::Known,
            });
        }
    }

    fn leaf(&mut self, leaf: &'a Value, document: &Document, spot: &Spot<'a>) -> Option<Value> {
        let types = self.schema.json_types(leaf);
        match (types.first().copied(), document) {
            (None, any) => Some(self.untyped(any, &spot.within())),
            (Some("string"), Document::String(text)) => {
                let values = leaf["enum"].as_array();
                if values.is_some_and(|values| !values.contains(&text.as_str().into())) {
                    self.leniences.insert(Lenience::UnknownValue);
                }
                Some(text.as_str().into())
            }
            (Some("boolean"), Document::Bool(value)) => Some((*value).into()),
            (Some("integer"), Document::Number(digits)) => self.integer(leaf, digits, spot),
            (Some("number"), Document::Number(digits)) => match numbers::double(digits) {
                Some(double) => Some(double.into()),
                None => self.misfit(Problem::Score, None, spot),
            },
            (Some("array"), Document::Array(list)) => Some(self.list(&leaf["items"], list, spot)),
            (Some("object"), Document::Object(_)) => Some(self.untyped(document, &spot.within())),
            _ => self.misfit(Problem::Type, None, spot),
        }
    }

    fn integer(&mut self, leaf: &'a Value, digits: &str, spot: &Spot<'a>) -> Option<Value> {
        let Some(integer) = numbers::whole(digits) else {
            return self.misfit(Problem::Integer, None, spot);
        };
        let is_less = leaf["minimum"]
            .as_i64()
            .is_some_and(|least| integer < least);
        let is_more = leaf["maximum"].as_i64().is_some_and(|most| integer > most);
        if is_less || is_more {
            self.leniences.insert(Lenience::OutOfBounds);
        }
        Some(integer.into())
    }

    fn list(&mut self, items: &'a Value, list: &[Document], spot: &Spot<'a>) -> Value {
        list.iter()
            .enumerate()
            .filter_map(|(index, element)| self.value(items, element, &spot.at(&index.to_string())))
            .collect()
    }
}

fn is_null(document: &Document) -> bool {
    *document == Document::Null
}

fn takes_any(property: &Value) -> bool {
    ["$ref", "anyOf", "type"]
        .iter()
        .all(|key| property.get(key).is_none())
}

impl Fault {
    /// What an error says too little.
    pub fn unsaid_by(&self, error: &str) -> Vec<String> {
        let tag = match &self.told {
            Told::ByTag(tag) => Some(format!("`{tag}`")),
            _ => None,
        };
        let twice = (self.problem == Problem::Twice).then(|| "duplicate".to_owned());
        let pointer = (!self.pointer.is_empty()).then(|| format!("at {}", self.pointer));
        let is_named = self.type_names.iter().any(|name| says(error, name));
        let type_names =
            (!self.type_names.is_empty() && !is_named).then(|| self.type_names.join(" or "));
        [pointer, tag, twice]
            .into_iter()
            .flatten()
            .filter(|words| !says(error, words))
            .chain(type_names)
            .collect()
    }

    /// Why this is refused where JSON Schema accepts it.
    pub fn strictness(&self) -> Option<Strictness> {
        match (self.problem, &self.told) {
            (Problem::Twice, _) => Some(Strictness::Twice),
            (Problem::Integer, _) => Some(Strictness::Integer),
            (Problem::Score, _) => Some(Strictness::Score),
            (_, Told::ByTag(_)) => Some(Strictness::ToldByTag),
            (_, Told::ByFields) => Some(Strictness::ToldByFields),
            (_, Told::Known) => None,
        }
    }
}

/// Whether a text holds words as such, and not as a part of longer ones: `/a` isn't said by `/a/b`.
fn says(text: &str, words: &str) -> bool {
    let continues = |character: char| character.is_alphanumeric() || "_/~".contains(character);
    text.match_indices(words).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        !before.is_some_and(continues) && !after.is_some_and(continues)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_said_as_a_whole() {
        let error = "missing field `id` in StepMetrics (`a` of B), at /a/b at line 1 column 2";
        for words in ["StepMetrics", "at /a/b", "`a`"] {
            assert!(says(error, words), "{words}");
        }
        for words in ["Step", "at /a", "at /b", "`b`"] {
            assert!(!says(error, words), "{words}");
        }
    }
}
