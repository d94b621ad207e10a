//! The systematic enumeration: every arm, every enum value, every field absent, `null` and present with
//! every value at an edge, and any two optional fields in every combination of the three.

use serde_json::Value;

use super::{Document, atoms, pairwise};
use crate::{
    schema::{Schema, arms, own_tag, properties, required},
    text::TagPosition,
};

/// A value that the schema takes for a type.
#[derive(Clone, Debug)]
pub struct Instance {
    pub type_name: String,
    pub document: Document,
}

/// Instances of every definition.
pub fn all(schema: &Schema) -> Vec<Instance> {
    schema
        .definitions()
        .iter()
        .flat_map(|(name, definition)| {
            let documents = match kind_of(definition) {
                Kind::Object => object(schema, name, definition),
                Kind::Union => union(schema, definition),
                Kind::Leaf => candidates(schema, definition),
            };
            named(name, documents)
        })
        .collect()
}

/// A few instances of every definition, the smallest and the fullest of every arm among them.
pub fn few(schema: &Schema) -> Vec<Instance> {
    schema
        .definitions()
        .iter()
        .flat_map(|(name, definition)| {
            let mut documents = match kind_of(definition) {
                Kind::Object => ends(schema, name, definition),
                Kind::Union => few_of_each_arm(schema, definition),
                Kind::Leaf => candidates(schema, definition).into_iter().take(2).collect(),
            };
            documents.dedup();
            named(name, documents)
        })
        .collect()
}

/// Of an arm that is a union itself, only every fourth: it has its own definition, with all of them.
fn few_of_each_arm(schema: &Schema, union: &Value) -> Vec<Document> {
    let of_arm = |arm: &Value| {
        let is_union = arm.get("x-letta-when").is_some();
        let documents = candidates(schema, arm).into_iter();
        documents.step_by(if is_union { 4 } else { 1 })
    };
    arms(union).flat_map(of_arm).collect()
}

fn named(name: &str, documents: Vec<Document>) -> Vec<Instance> {
    let instance = |document| Instance {
        type_name: name.to_owned(),
        document,
    };
    documents.into_iter().map(instance).collect()
}

enum Kind {
    Object,
    Union,
    Leaf,
}

fn kind_of(definition: &Value) -> Kind {
    if definition.get("properties").is_some() {
        Kind::Object
    } else if definition.get("anyOf").is_some() {
        Kind::Union
    } else {
        Kind::Leaf
    }
}

/// Instances of a union: all that its arms have, as each kind of message has its own way through a
/// union, with the tags at either end.
fn union(schema: &Schema, definition: &Value) -> Vec<Document> {
    let mut documents = Vec::new();
    for arm in arms(definition) {
        let (name, resolved) = schema.resolve(arm);
        match (kind_of(resolved), name) {
            (Kind::Object, Some(name)) => documents.extend(object(schema, name, resolved)),
            _ => documents.extend(candidates(schema, arm)),
        }
    }
    let positions = [TagPosition::First, TagPosition::Last];
    documents
        .into_iter()
        .zip(positions.into_iter().cycle())
        .map(|(document, position)| document.with_tags(position))
        .collect()
}

/// Instances of an object, systematically.
fn object(schema: &Schema, name: &str, definition: &Value) -> Vec<Document> {
    let [small, full] = both(schema, name);
    let mut documents = ends(schema, name, definition);
    for (key, property) in fields(definition) {
        let values = candidates(schema, property);
        documents.extend(
            values
                .into_iter()
                .map(|value| small.clone().with(key, value)),
        );
        if !required(definition).contains(key) {
            documents.push(small.clone().with(key, Document::Null));
            documents.push(full.clone().with(key, Document::Null));
            documents.push(full.clone().without(key));
        }
    }
    documents.extend(combined(schema, &small, definition));
    documents.extend(with_unknown_fields(&small));
    documents.extend(with_unknown_fields(&full));
    // With that feature, `serde_json` itself takes an object for a number if this is its first key.
    if !cfg!(feature = "arbitrary_precision") {
        documents.push(full.with(atoms::NUMBER_KEY, Document::text("12")));
    }
    documents
}

fn both(schema: &Schema, name: &str) -> [Document; 2] {
    [schema.smallest(name).into(), schema.fullest(name).into()]
}

/// The smallest and the fullest instance of an object, with and without the tag.
fn ends(schema: &Schema, name: &str, definition: &Value) -> Vec<Document> {
    let both = both(schema, name);
    let Some((tag, _)) = own_tag(definition) else {
        return both.into();
    };
    let tagless = both.clone().map(|document| document.without(tag));
    [both, tagless].concat()
}

/// The fields of an object, its tag aside.
fn fields(definition: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let tag = own_tag(definition).map(|(key, _)| key);
    properties(definition)
        .iter()
        .map(|(key, property)| (key.as_str(), property))
        .filter(move |(key, _)| Some(*key) != tag)
}

/// The optional fields absent, `null` and present in combination, each time with other values.
fn combined(schema: &Schema, small: &Document, definition: &Value) -> Vec<Document> {
    let required = required(definition);
    let optional: Vec<(&str, Vec<Document>)> = fields(definition)
        .filter(|(key, _)| !required.contains(key))
        .map(|(key, property)| (key, candidates(schema, property)))
        .collect();
    let mut documents = Vec::new();
    for (row, states) in pairwise::table(optional.len()).into_iter().enumerate() {
        let mut document = small.clone();
        for ((key, values), state) in optional.iter().zip(states) {
            document = match state {
                0 => document,
                1 => document.with(key, Document::Null),
                _ => document.with(key, values[row % values.len()].clone()),
            };
        }
        documents.push(document);
    }
    documents
}

fn with_unknown_fields(document: &Document) -> Vec<Document> {
    let values = atoms::anything();
    let all = atoms::KEYS.iter().zip(values.iter().cycle());
    let nulls = |document: Document, key: &&str| document.with(key, Document::Null);
    vec![
        all.fold(document.clone(), |document, (key, value)| {
            document.with(key, value.clone())
        }),
        atoms::KEYS.iter().fold(document.clone(), nulls),
    ]
}

/// Values of a schema: those at the edges of its type, a few of each arm of a union.
pub fn candidates(schema: &Schema, of: &Value) -> Vec<Document> {
    let (name, resolved) = schema.resolve(of);
    match (kind_of(resolved), name) {
        (Kind::Object, Some(name)) => ends(schema, name, resolved),
        (Kind::Union, _) => arms(resolved)
            .flat_map(|arm| candidates(schema, arm))
            .collect(),
        _ => leaves(schema, resolved),
    }
}

fn leaves(schema: &Schema, leaf: &Value) -> Vec<Document> {
    if let Some(values) = leaf["enum"].as_array() {
        return values.iter().cloned().map(Document::from).collect();
    }
    match schema.json_types(leaf).first() {
        Some(&"string") => atoms::texts(),
        Some(&"boolean") => vec![Document::Bool(false), Document::Bool(true)],
        Some(&"integer") => integers(leaf),
        Some(&"number") => doubles(),
        Some(&"object") => atoms::maps(),
        Some(&"array") => lists(&candidates(schema, &leaf["items"])),
        Some(other) => panic!("no values are known for the type {other}"),
        None => atoms::anything(),
    }
}

/// The edges that are within the bounds of the schema, and the bounds.
fn integers(leaf: &Value) -> Vec<Document> {
    let (least, most) = (leaf["minimum"].as_i64(), leaf["maximum"].as_i64());
    let within = |value: &i64| {
        least.is_none_or(|least| *value >= least) && most.is_none_or(|most| *value <= most)
    };
    [least, most]
        .into_iter()
        .flatten()
        .chain(atoms::INTEGERS.iter().copied().filter(within))
        .map(Document::number)
        .collect()
}

/// Whole numbers aside: `1` for a score is written as `1.0`, which a mutant shows.
fn doubles() -> Vec<Document> {
    atoms::DOUBLES.iter().copied().map(atoms::double).collect()
}

fn lists(elements: &[Document]) -> Vec<Document> {
    let single = elements.iter().map(|element| vec![element.clone()]);
    let twice = [elements, elements].concat();
    let all = [vec![], elements.to_vec(), twice];
    all.into_iter().chain(single).map(Document::Array).collect()
}
