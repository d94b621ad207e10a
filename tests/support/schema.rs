//! The bundled schema, and what it says a payload becomes.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::fixtures::parse;

/// The schema that the crate carries.
pub struct Schema(Value);

/// A spot in a payload for which the schema knows the type.
#[derive(Clone, Debug)]
pub struct Place {
    /// JSON Pointer within the payload.
    pub pointer: String,
    pub kind: Kind,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    /// An object whose type is known.
    Object { type_name: String },
    /// An object that a tag tells apart, be the tag known or not.
    Choice { tag: String, known: bool },
    /// A text of which the documents list the values.
    Enum { known: bool },
}

/// JSON in whatever form a payload is held, as far as telling its types needs it.
pub trait Json {
    /// The field of an object, by its key.
    fn field(&self, key: &str) -> Option<&Self>;

    /// The text, if it is one.
    fn text(&self) -> Option<&str>;

    /// Its type by JSON Schema: a whole number is an `integer`.
    fn json_type(&self) -> &'static str;

    fn is_null(&self) -> bool {
        self.json_type() == "null"
    }
}

impl Json for Value {
    fn field(&self, key: &str) -> Option<&Self> {
        self.get(key)
    }

    fn text(&self) -> Option<&str> {
        self.as_str()
    }

    fn json_type(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        }
    }
}

/// What a schema says of one value, after references, `null` alternatives and unions are resolved.
pub enum Shape<'a> {
    Object {
        type_name: &'a str,
        definition: &'a Value,
        /// The key of the tag that told the type, if one did.
        tag: Option<&'a str>,
    },
    /// An object of a union that has no arm for it.
    UnknownKind {
        type_name: &'a str,
        union: &'a Value,
        tag: &'a str,
    },
    List(&'a Value),
    Enum {
        type_name: &'a str,
        definition: &'a Value,
    },
    /// A leaf, an open map, or anything at all: what the schema says of it.
    Open(&'a Value),
}

impl Schema {
    pub fn bundled() -> Self {
        Self(parse("the bundled schema", letta_types::SCHEMA))
    }

    /// All definitions, by name.
    pub fn definitions(&self) -> &Map<String, Value> {
        self.0["$defs"]
            .as_object()
            .expect("the bundled schema has $defs")
    }

    pub fn definition(&self, name: &str) -> &Value {
        self.definitions()
            .get(name)
            .unwrap_or_else(|| panic!("the bundled schema doesn't define {name}"))
    }

    /// The definitions that are objects with declared fields.
    pub fn objects(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.definitions()
            .iter()
            .filter(|(_, definition)| definition.get("properties").is_some())
            .map(|(name, definition)| (name.as_str(), definition))
    }

    /// The definitions that are unions told apart by a tag, with the tag's key.
    pub fn tagged_unions(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        self.definitions().iter().filter_map(|(name, definition)| {
            let tag = definition["x-letta-tag"].as_str()?;
            Some((name.as_str(), tag, definition))
        })
    }

    /// What a payload is once it has been read and written: `null`s of optional declared fields are
    /// gone, typed objects have their tag, and all else is as it was.
    pub fn canonical(&self, schema: &Value, value: &Value) -> Value {
        match (self.shape(schema, value), value) {
            (Shape::Object { definition, .. }, Value::Object(object)) => {
                self.canonical_object(definition, object)
            }
            (Shape::List(items), Value::Array(list)) => list
                .iter()
                .map(|element| self.canonical(items, element))
                .collect(),
            _ => value.clone(),
        }
    }

    fn canonical_object(&self, definition: &Value, object: &Map<String, Value>) -> Value {
        let properties = properties(definition);
        let required = required(definition);
        let mut canonical = Map::new();
        for (key, value) in object {
            let Some(property) = properties.get(key) else {
                canonical.insert(key.clone(), value.clone());
                continue;
            };
            if !value.is_null() || required.contains(key.as_str()) {
                canonical.insert(key.clone(), self.canonical(property, value));
            }
        }
        if let Some((key, tag)) = own_tag(definition) {
            canonical.entry(key).or_insert_with(|| tag.into());
        }
        canonical.into()
    }

    /// Every spot of a payload for which the schema knows the type, the outermost first.
    pub fn places(&self, schema: &Value, value: &Value) -> Vec<Place> {
        let mut places = Vec::new();
        self.collect(schema, value, "", &mut places);
        places
    }

    fn collect(&self, schema: &Value, value: &Value, at: &str, places: &mut Vec<Place>) {
        let mut add = |kind| {
            places.push(Place {
                pointer: at.to_owned(),
                kind,
            });
        };
        match (self.shape(schema, value), value) {
            (
                Shape::Object {
                    type_name,
                    definition,
                    tag,
                },
                Value::Object(object),
            ) => {
                if let Some(tag) = tag {
                    let tag = tag.to_owned();
                    add(Kind::Choice { tag, known: true });
                }
                add(Kind::Object {
                    type_name: type_name.to_owned(),
                });
                let properties = properties(definition);
                for (key, value) in object {
                    if let Some(property) = properties.get(key) {
                        self.collect(property, value, &format!("{at}/{key}"), places);
                    }
                }
            }
            (Shape::UnknownKind { tag, .. }, Value::Object(_)) => {
                let tag = tag.to_owned();
                add(Kind::Choice { tag, known: false });
            }
            (Shape::List(items), Value::Array(list)) => {
                for (index, element) in list.iter().enumerate() {
                    self.collect(items, element, &format!("{at}/{index}"), places);
                }
            }
            (Shape::Enum { definition, .. }, Value::String(_)) => {
                let known = list(&definition["enum"]).contains(value);
                add(Kind::Enum { known });
            }
            _ => {}
        }
    }

    /// How many spots of a payload hold a kind or an enum value that the schema doesn't list.
    pub fn unknowns(&self, schema: &Value, value: &Value) -> usize {
        self.places(schema, value)
            .iter()
            .filter(|place| {
                matches!(
                    place.kind,
                    Kind::Choice { known: false, .. } | Kind::Enum { known: false }
                )
            })
            .count()
    }

    /// The fields of a payload that the types of its objects don't declare: the place, the type and the key of each.
    pub fn undeclared(&self, schema: &Value, value: &Value) -> Vec<String> {
        let mut undeclared = Vec::new();
        for Place { pointer, kind } in self.places(schema, value) {
            let Kind::Object { type_name } = kind else {
                continue;
            };
            let declared = properties(self.definition(&type_name));
            let object = value.pointer(&pointer).and_then(Value::as_object);
            let keys = object.expect("the place is an object").keys();
            let new = keys.filter(|key| !declared.contains_key(*key));
            undeclared.extend(new.map(|key| format!("{pointer}: {type_name} has no {key}")));
        }
        undeclared
    }

    /// The definition that a reference names, with its name.
    pub fn referred<'a>(&'a self, schema: &'a Value) -> Option<(&'a str, &'a Value)> {
        let reference = schema["$ref"].as_str()?;
        let name = reference.rsplit('/').next()?;
        Some((name, self.definition(name)))
    }

    /// Follows references and `null` alternatives; the name is that of the last reference.
    pub fn resolve<'a>(&'a self, mut schema: &'a Value) -> (Option<&'a str>, &'a Value) {
        let mut name = None;
        loop {
            if let Some((referred, definition)) = self.referred(schema) {
                name = Some(referred);
                schema = definition;
            } else if let Some(other) = beside_null(schema) {
                schema = other;
            } else {
                return (name, schema);
            }
        }
    }

    /// The JSON types that a schema takes, `null` aside; empty if it takes any.
    pub fn json_types<'a>(&'a self, schema: &'a Value) -> BTreeSet<&'a str> {
        let (_, schema) = self.resolve(schema);
        if schema.get("anyOf").is_some() {
            return arms(schema).flat_map(|arm| self.json_types(arm)).collect();
        }
        if schema.get("const").is_some() {
            return ["string"].into();
        }
        match &schema["type"] {
            Value::String(one) => [one.as_str()].into(),
            Value::Array(several) => several
                .iter()
                .filter_map(Value::as_str)
                .filter(|name| *name != "null")
                .collect(),
            _ => BTreeSet::new(),
        }
    }

    /// What a schema says of one value.
    pub fn shape<'a>(&'a self, mut schema: &'a Value, value: &impl Json) -> Shape<'a> {
        let mut told_by = None;
        loop {
            let (name, resolved) = self.resolve(schema);
            let arm = if let Some(tag) = resolved["x-letta-tag"].as_str() {
                let Some(arm) = self.tagged_arm(resolved, tag, value) else {
                    return Shape::UnknownKind {
                        type_name: name.expect("the dialect has no anonymous unions"),
                        union: resolved,
                        tag,
                    };
                };
                told_by = Some(tag);
                Some(arm)
            } else if resolved["x-letta-ordered"] == true {
                arms(resolved).find(|arm| self.has_required(arm, value))
            } else if resolved["x-letta-by-type"] == true {
                arms(resolved).find(|arm| self.json_types(arm).contains(value.json_type()))
            } else {
                return shape_of(name, resolved, told_by);
            };
            match arm {
                Some(arm) => schema = arm,
                None => return Shape::Open(resolved),
            }
        }
    }

    /// The arm of a union that an object belongs to.
    fn tagged_arm<'a>(
        &'a self,
        union: &'a Value,
        key: &str,
        value: &impl Json,
    ) -> Option<&'a Value> {
        if value.json_type() != "object" {
            return None;
        }
        let shared = self.required_by_all(own_arms(union));
        let nested = arms(union).find(|arm| {
            arm["x-letta-when"]
                .as_str()
                .is_some_and(|key| has(value, key))
        });
        if nested.is_some() && (shared.is_empty() || !shared.iter().all(|key| has(value, key))) {
            return nested;
        }
        let tag = value.field(key).filter(|tag| !tag.is_null());
        match tag.map(Json::text) {
            Some(Some(tag)) => own_arms(union).find(|arm| self.tags(arm).contains(&tag)),
            Some(None) => None,
            None => self.fitting_arm(union, value),
        }
    }

    fn required_by_all<'a>(&'a self, arms: impl Iterator<Item = &'a Value>) -> BTreeSet<&'a str> {
        arms.map(|arm| required(self.resolve(arm).1))
            .reduce(|left, right| &left & &right)
            .unwrap_or_default()
    }

    /// The one arm that an object without a tag fits, judged by the fields that some arms require and
    /// others don't: it has all that the arm requires and none that the arm doesn't declare. An arm
    /// without others is judged by all that it requires.
    fn fitting_arm<'a>(&'a self, union: &'a Value, value: &impl Json) -> Option<&'a Value> {
        let requires = |arm| required(self.resolve(arm).1);
        let shared = match own_arms(union).count() {
            1 => BTreeSet::new(),
            _ => self.required_by_all(own_arms(union)),
        };
        let all = own_arms(union)
            .map(requires)
            .reduce(|left, right| &left | &right)?;
        let telling: Vec<&str> = (&all - &shared)
            .into_iter()
            .filter(|key| has(value, key))
            .collect();
        let mut fitting = own_arms(union).filter(|arm| {
            let declared = properties(self.resolve(arm).1);
            requires(arm).len() > shared.len()
                && self.has_required(arm, value)
                && telling.iter().all(|key| declared.contains_key(*key))
        });
        let arm = fitting.next()?;
        fitting.next().is_none().then_some(arm)
    }

    fn has_required(&self, arm: &Value, value: &impl Json) -> bool {
        required(self.resolve(arm).1)
            .iter()
            .all(|key| has(value, key))
    }

    /// The tags of an arm: today's, then its former spellings.
    pub fn tags<'a>(&'a self, arm: &'a Value) -> Vec<&'a str> {
        let (_, definition) = self.resolve(arm);
        let Some((key, tag)) = own_tag(definition) else {
            return Vec::new();
        };
        let former = list(&definition["properties"][key]["x-letta-former-tags"]);
        [tag]
            .into_iter()
            .chain(former.iter().filter_map(Value::as_str))
            .collect()
    }
}

fn shape_of<'a>(name: Option<&'a str>, definition: &'a Value, tag: Option<&'a str>) -> Shape<'a> {
    if definition.get("properties").is_some() {
        Shape::Object {
            type_name: name.expect("the dialect has no anonymous objects"),
            definition,
            tag,
        }
    } else if definition.get("enum").is_some() {
        Shape::Enum {
            type_name: name.expect("the dialect has no anonymous enums"),
            definition,
        }
    } else if let Some(items) = definition.get("items") {
        Shape::List(items)
    } else {
        Shape::Open(definition)
    }
}

/// The arms of a union.
pub fn arms(union: &Value) -> impl Iterator<Item = &Value> {
    list(&union["anyOf"]).iter()
}

/// The arms that are told by the tag.
pub fn own_arms(union: &Value) -> impl Iterator<Item = &Value> {
    arms(union).filter(|arm| arm.get("x-letta-when").is_none())
}

/// The declared fields of an object, its tag among them.
pub fn properties(definition: &Value) -> &Map<String, Value> {
    definition["properties"]
        .as_object()
        .expect("the definition is an object's")
}

/// The names of the fields that must be there.
pub fn required(definition: &Value) -> BTreeSet<&str> {
    list(&definition["required"])
        .iter()
        .filter_map(Value::as_str)
        .collect()
}

/// The key and the text of an object's own tag.
pub fn own_tag(definition: &Value) -> Option<(&str, &str)> {
    definition["properties"]
        .as_object()?
        .iter()
        .find_map(|(key, property)| Some((key.as_str(), property["const"].as_str()?)))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What stands beside `null` in an optional reference.
fn beside_null(schema: &Value) -> Option<&Value> {
    let [one, other] = list(schema.get("anyOf")?) else {
        return None;
    };
    match (one["type"] == "null", other["type"] == "null") {
        (false, true) => Some(one),
        (true, false) => Some(other),
        _ => None,
    }
}

/// Whether an object has a field that isn't `null`.
fn has(object: &impl Json, key: &str) -> bool {
    object.field(key).is_some_and(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn schema() -> Schema {
        Schema(json!({ "$defs": {
            "Part": {
                "type": "object",
                "required": ["text"],
                "properties": {
                    "text": { "type": "string" },
                    "note": { "type": ["string", "null"] },
                    "data": { "type": ["object", "null"], "additionalProperties": true },
                    "type": { "const": "part" }
                }
            },
            "Other": {
                "type": "object",
                "required": ["size"],
                "properties": {
                    "size": { "type": "integer" },
                    "part": { "anyOf": [{ "$ref": "#/$defs/Part" }, { "type": "null" }] },
                    "type": { "const": "other", "x-letta-former-tags": ["old"] }
                }
            },
            "Any": {
                "x-letta-tag": "type",
                "anyOf": [{ "$ref": "#/$defs/Part" }, { "$ref": "#/$defs/Other" }]
            }
        } }))
    }

    fn canonical(value: &Value) -> Value {
        schema().canonical(&json!({ "$ref": "#/$defs/Any" }), value)
    }

    #[test]
    fn only_nulls_of_declared_optional_fields_go() {
        let given = json!({
            "type": "part", "text": "a", "note": null, "new": null,
            "data": { "note": null }
        });
        let left = json!({ "type": "part", "text": "a", "new": null, "data": { "note": null } });
        assert_eq!(canonical(&given), left);
    }

    #[test]
    fn nulls_of_required_fields_and_of_unknown_kinds_stay() {
        for kept in [
            json!({ "type": "part", "text": null }),
            json!({ "type": "new", "text": "a", "note": null }),
            json!({ "note": null }),
            json!({ "text": "fits part", "size": 1, "note": null }),
        ] {
            assert_eq!(canonical(&kept), kept);
        }
    }

    #[test]
    fn a_tag_is_added_where_the_fields_tell_the_kind() {
        let given = json!({ "size": 1, "part": { "text": "a", "note": null } });
        let tagged = json!({ "size": 1, "part": { "text": "a", "type": "part" }, "type": "other" });
        assert_eq!(canonical(&given), tagged);
    }

    #[test]
    fn what_is_undeclared_is_told_by_its_place() {
        let given = json!({ "size": 1, "part": { "text": "a", "new": { "b": 1 }, "data": { "c": 1 } }, "old": null });
        let undeclared = schema().undeclared(&json!({ "$ref": "#/$defs/Any" }), &given);
        assert_eq!(undeclared, [": Other has no old", "/part: Part has no new"]);
    }

    #[test]
    fn former_tags_are_known_and_stay() {
        let given = json!({ "size": 1, "type": "old", "part": null });
        assert_eq!(canonical(&given), json!({ "size": 1, "type": "old" }));
    }

    #[test]
    fn places_are_found_behind_unions_and_optional_references() {
        let given = json!({ "type": "other", "size": 1, "part": { "text": "a" } });
        let schema = schema();
        let places = schema.places(&json!({ "$ref": "#/$defs/Any" }), &given);
        let found: Vec<(&str, &Kind)> = places
            .iter()
            .map(|place| (place.pointer.as_str(), &place.kind))
            .collect();
        let object = |name: &str| Kind::Object {
            type_name: name.to_owned(),
        };
        let choice = Kind::Choice {
            tag: "type".to_owned(),
            known: true,
        };
        assert_eq!(
            found,
            [
                ("", &choice),
                ("", &object("Other")),
                ("/part", &object("Part")),
            ]
        );
    }
}
