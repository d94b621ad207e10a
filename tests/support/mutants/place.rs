//! Which type and which arm a value belongs to.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    instances::Document,
    schema::{Schema, arms, own_arms, properties, required},
};

/// What a schema says of one value, after references, `null` alternatives and unions are resolved.
pub struct Place<'a> {
    pub shape: Shape<'a>,
    /// How the arm of the innermost union was found.
    pub told: Told,
    /// The innermost union with a tag, and the tag's key.
    pub union: Option<(&'a Value, &'a str)>,
    /// The names of all unions that were gone through.
    pub unions: Vec<&'a str>,
}

pub enum Shape<'a> {
    Object {
        name: &'a str,
        definition: &'a Value,
    },
    /// An object of a tagged union that belongs to no arm.
    UnknownKind,
    /// A text, a number, a boolean, a list, an open map, or anything.
    Leaf(&'a Value),
    /// No arm takes a value of this JSON type. Unions of objects are named.
    Nothing(Option<&'a str>),
}

#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Told {
    /// There was no choice, or the JSON type told, which every error says anyway.
    #[default]
    Known,
    ByTag(String),
    ByFields,
}

impl<'a> Place<'a> {
    pub fn of(schema: &'a Schema, of: &'a Value, document: &Document) -> Self {
        let (name, resolved) = schema.resolve(of);
        if let Some(key) = resolved["x-letta-tag"].as_str() {
            let mut place = by_tag(schema, name, resolved, key, document);
            place.union.get_or_insert((resolved, key));
            place.unions.extend(name);
            place
        } else if resolved["x-letta-ordered"] == true {
            let mut place = in_order(schema, name, resolved, document);
            place.unions.extend(name);
            place
        } else if resolved["x-letta-by-type"] == true {
            by_type(schema, resolved, document)
        } else {
            Self::new(shape_of(name, resolved), Told::Known)
        }
    }

    fn new(shape: Shape<'a>, told: Told) -> Self {
        Self {
            shape,
            told,
            union: None,
            unions: Vec::new(),
        }
    }
}

fn shape_of<'a>(name: Option<&'a str>, resolved: &'a Value) -> Shape<'a> {
    match name {
        Some(name) if resolved.get("properties").is_some() => Shape::Object {
            name,
            definition: resolved,
        },
        _ => Shape::Leaf(resolved),
    }
}

fn by_tag<'a>(
    schema: &'a Schema,
    name: Option<&'a str>,
    union: &'a Value,
    key: &str,
    document: &Document,
) -> Place<'a> {
    if document.fields().is_none() {
        return Place::new(Shape::Nothing(name), Told::Known);
    }
    let carries = |arm: &&Value| {
        arm["x-letta-when"]
            .as_str()
            .is_some_and(|key| document.has(key))
    };
    let own: Vec<Arm<'a>> = own_arms(union).map(|arm| Arm::of(schema, arm)).collect();
    let is_own = own.first().is_some_and(|first| {
        let is_shared = |key: &&&str| own.iter().all(|arm| arm.required.contains(**key));
        let shared: Vec<_> = first.required.iter().filter(is_shared).collect();
        !shared.is_empty() && shared.iter().all(|key| document.has(key))
    });
    if let Some(nested) = arms(union).find(|arm| !is_own && carries(arm)) {
        return Place::of(schema, nested, document);
    }
    let (arm, told) = match document.get(key) {
        Some(Document::String(tag)) => {
            let arm = own_arms(union).find(|arm| schema.tags(arm).contains(&tag.as_str()));
            (arm, Told::ByTag(tag.clone()))
        }
        Some(Document::Null) | None => (told_by_fields(&own, document), Told::ByFields),
        Some(_) => (None, Told::Known),
    };
    match arm {
        Some(arm) => {
            let (name, resolved) = schema.resolve(arm);
            Place::new(shape_of(name, resolved), told)
        }
        None => Place::new(Shape::UnknownKind, Told::Known),
    }
}

/// What an arm requires and declares.
struct Arm<'a> {
    schema: &'a Value,
    required: BTreeSet<&'a str>,
    declared: BTreeSet<&'a str>,
}

impl<'a> Arm<'a> {
    fn of(schema: &'a Schema, arm: &'a Value) -> Self {
        let (_, definition) = schema.resolve(arm);
        Self {
            schema: arm,
            required: required(definition),
            declared: properties(definition).keys().map(String::as_str).collect(),
        }
    }
}

/// The one arm that an object without a tag fits: it has all that the arm requires, and nothing that
/// another arm requires and this one doesn't declare. What all arms require tells nothing.
fn told_by_fields<'a>(arms: &[Arm<'a>], document: &Document) -> Option<&'a Value> {
    let is_shared = |key: &str| arms.len() > 1 && arms.iter().all(|arm| arm.required.contains(key));
    let contradicts = |arm: &Arm<'_>, key: &str| {
        document.has(key) && !is_shared(key) && !arm.declared.contains(key)
    };
    let fits = |arm: &&Arm<'_>| {
        let others = arms.iter().flat_map(|other| &other.required);
        arm.required.iter().any(|key| !is_shared(key))
            && arm.required.iter().all(|key| document.has(key))
            && !others.into_iter().any(|key| contradicts(arm, key))
    };
    let fitting: Vec<&Arm<'a>> = arms.iter().filter(fits).collect();
    match fitting[..] {
        [one] => Some(one.schema),
        _ => None,
    }
}

fn in_order<'a>(
    schema: &'a Schema,
    name: Option<&'a str>,
    union: &'a Value,
    document: &Document,
) -> Place<'a> {
    if document.fields().is_none() {
        return Place::new(Shape::Nothing(name), Told::Known);
    }
    let has_required = |arm: &&Value| {
        let (_, definition) = schema.resolve(arm);
        required(definition).iter().all(|key| document.has(key))
    };
    let arm = arms(union)
        .find(has_required)
        .expect("the last arm requires nothing");
    let (name, resolved) = schema.resolve(arm);
    Place::new(shape_of(name, resolved), Told::ByFields)
}

fn by_type<'a>(schema: &'a Schema, union: &'a Value, document: &Document) -> Place<'a> {
    let json_type = match document {
        Document::Null => "null",
        Document::Bool(_) => "boolean",
        Document::Number(_) => "integer",
        Document::String(_) => "string",
        Document::Array(_) => "array",
        Document::Object(_) => "object",
    };
    let arm = arms(union).find(|arm| schema.json_types(arm).contains(json_type));
    let shape = match arm.map(|arm| schema.resolve(arm)) {
        Some((name, resolved)) => shape_of(name, resolved),
        None => Shape::Nothing(None),
    };
    Place::new(shape, Told::Known)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{instances::enumerate, mutants::mutations, schema::Shape as Other};

    /// Where the two opinions on a value, or on one within it, differ.
    fn dissent(schema: &Schema, of: &Value, document: &Document) -> Option<String> {
        let differ = || Some(format!("{document} as {of}"));
        match (
            Place::of(schema, of, document).shape,
            schema.shape(of, document),
        ) {
            (Shape::Object { name, definition }, Other::Object { type_name, .. }) => {
                if name != type_name {
                    return differ();
                }
                let declared = properties(definition);
                let fields = document.fields().unwrap_or_default();
                fields
                    .iter()
                    .find_map(|(key, value)| dissent(schema, declared.get(key)?, value))
            }
            (Shape::Leaf(leaf), Other::List(items)) => match document {
                _ if leaf.get("items") != Some(items) => differ(),
                Document::Array(list) => list.iter().find_map(|one| dissent(schema, items, one)),
                _ => None,
            },
            (Shape::UnknownKind, Other::UnknownKind { .. })
            | (Shape::Leaf(_), Other::Enum { .. } | Other::Open(_))
            | (Shape::Nothing(_), Other::Open(_)) => None,
            // Of what isn't even an object, `shape` may still tell which one it should be.
            (Shape::Nothing(_), _) if document.fields().is_none() => None,
            _ => differ(),
        }
    }

    /// Whether a key comes twice somewhere: that is refused, whatever the value would be.
    fn repeats(document: &Document) -> bool {
        match document {
            Document::Array(list) => list.iter().any(repeats),
            Document::Object(fields) => {
                let keys: BTreeSet<&str> = fields.iter().map(|(key, _)| key.as_str()).collect();
                keys.len() < fields.len() || fields.iter().any(|(_, value)| repeats(value))
            }
            _ => false,
        }
    }

    #[test]
    fn both_opinions_are_one() {
        let schema = Schema::bundled();
        let mut count = 0;
        for instance in enumerate::few(&schema) {
            let of = json!({ "$ref": format!("#/$defs/{}", instance.type_name) });
            let mutants = mutations(&schema, &instance.type_name, &instance.document);
            let mutants = mutants.iter().map(|one| one.of(&instance.document));
            let documents = mutants.chain([instance.document.clone()]);
            for document in documents.filter(|document| !repeats(document)) {
                assert_eq!(dissent(&schema, &of, &document), None);
                count += 1;
            }
        }
        assert!(count > 10_000, "{count}");
    }
}
