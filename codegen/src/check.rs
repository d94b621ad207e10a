//! What no single definition can tell: references, tags, names, and definitions that nothing uses.

mod operations;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    names,
    problem::{Place, Problem, Problems},
    references,
    schema::{Arm, By, Def, DefKind, Field, ObjectDef, Schema, Type, UnionDef},
};

const RENAME: &str = "the generator has no key to rename it yet: add one";

/// How deep arrays may nest: typify and syn recurse into types.
const MOST_NESTED: usize = 8;

/// Checks the schema as a whole.
///
/// # Errors
///
/// All that doesn't hold.
pub fn check(schema: &Schema) -> Result<(), Problems> {
    let mut checker = Checker {
        schema,
        problems: Vec::new(),
    };
    checker.modules();
    checker.names();
    checker.references();
    checker.unused();
    checker.endless();
    checker.nesting();
    checker.operations();
    for def in schema.defs() {
        match &def.kind {
            DefKind::Object(object) => checker.object(def, object),
            DefKind::Union(union) => checker.union(def, union),
            DefKind::Enum(values) => checker.enumeration(def, values),
            DefKind::Id { .. } | DefKind::Timestamp => {}
        }
    }
    Problems::none_or(checker.problems, ())
}

struct Checker<'a> {
    schema: &'a Schema,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn refuse(&mut self, place: &Place, message: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(place.problem(message, remedy));
    }

    fn modules(&mut self) {
        let mut seen = BTreeSet::new();
        for file in &self.schema.files {
            let module = file.module.as_str();
            if names::is_reserved_module(module)
                || !names::is_identifier(module)
                || !seen.insert(module)
            {
                self.refuse(
                    &Place::file(&file.name),
                    format!("`{module}` can't be the name of a module"),
                    "give the file another name",
                );
            }
        }
    }

    fn names(&mut self) {
        let mut seen = BTreeMap::new();
        let defs = self.schema.defs().map(|def| (&def.name, &def.place));
        let operations = self.schema.operations();
        let operations = operations.map(|operation| (&operation.name, &operation.place));
        for (name, place) in defs.chain(operations) {
            if names::is_reserved_type(name) {
                self.refuse(
                    place,
                    format!("`{name}` means something else in Rust"),
                    "give it another name, and list the documented one in `x-letta-names`",
                );
            }
            if let Some(other) = seen.insert(name.as_str(), place) {
                self.refuse(
                    place,
                    format!("`{name}` is defined twice"),
                    format!("rename one; the other is {}#{}", other.file, other.pointer),
                );
            }
        }
        for def in self.schema.defs() {
            let raw = names::raw(&def.name);
            let has_raw = matches!(&def.kind, DefKind::Object(object) if object.has_raw());
            if has_raw && (seen.contains_key(raw.as_str()) || names::is_reserved_type(&raw)) {
                self.refuse(
                    &def.place,
                    format!(
                        "`{raw}` would be the type that keeps fields of it as text, and is another"
                    ),
                    "rename one, or drop `x-letta-raw`",
                );
            }
        }
        for def in self.schema.defs() {
            let DefKind::Union(union) = &def.kind else {
                continue;
            };
            let unknown = names::unknown(&def.name);
            if matches!(union.by, By::Tag(_)) && seen.contains_key(unknown.as_str()) {
                self.refuse(
                    &def.place,
                    format!("`{unknown}` is the union's own type for unknown kinds"),
                    format!("rename the definition `{unknown}`"),
                );
            }
        }
    }

    fn references(&mut self) {
        let mut problems = Vec::new();
        for file in &self.schema.files {
            let whole = Place::file(&file.name);
            let defs = file.json.iter().map(|entry| ("$defs", entry));
            let operations = file.operations_json.iter();
            let operations = operations.map(|entry| ("x-letta-operations", entry));
            let places = defs
                .chain(operations)
                .map(|(key, (name, json))| (whole.at(key).at(name), json));
            let api = file.api.iter();
            let api = api.map(|api| (api.place.at("failure"), &api.failure_json));
            for (place, json) in places.chain(api) {
                references::for_each(json, &place, &mut |place, text| {
                    let (target, name) = text.split_once("#/$defs/").unwrap_or((text, ""));
                    let target = if target.is_empty() {
                        &file.name
                    } else {
                        target
                    };
                    let found = self.schema.files.iter().any(|file| {
                        file.name == target && file.defs.iter().any(|def| def.name == name)
                    });
                    if !found {
                        let remedy = match self.schema.def(name) {
                            Some(def) => format!("it is `{}#/$defs/{name}`", def.place.file),
                            None => "define it, or mend the name".to_owned(),
                        };
                        problems.push(place.problem(format!("`{text}` isn't defined"), remedy));
                    }
                });
            }
        }
        self.problems.append(&mut problems);
    }

    fn unused(&mut self) {
        // A definition that refers to itself isn't used by that.
        let by_defs = self.schema.defs().flat_map(|def| {
            types(&def.kind)
                .into_iter()
                .filter_map(Type::reference)
                .filter(|name| *name != def.name)
        });
        let by_operations = self.schema.operations();
        let by_operations =
            by_operations.flat_map(|operation| operation.types().filter_map(Type::reference));
        let used: BTreeSet<&str> = by_defs.chain(by_operations).collect();
        for def in self.schema.defs() {
            if !def.root && !used.contains(def.name.as_str()) {
                self.refuse(
                    &def.place,
                    format!("nothing refers to `{}`", def.name),
                    "refer to it, drop it, or say `x-letta-root` if it is read by itself",
                );
            }
        }
    }

    /// A type that holds itself, other than in an array, has no size.
    fn endless(&mut self) {
        for def in self.schema.defs() {
            let mut seen = BTreeSet::new();
            let mut next = held(self.schema, &def.name);
            while let Some(name) = next.pop() {
                if name == def.name {
                    self.refuse(
                        &def.place,
                        format!("`{name}` holds itself"),
                        "let it hold an array of itself",
                    );
                    break;
                }
                if seen.insert(name) {
                    next.extend(held(self.schema, name));
                }
            }
        }
    }

    fn nesting(&mut self) {
        fn depth(ty: &Type) -> usize {
            match ty {
                Type::Array(items) => 1 + depth(items),
                _ => 0,
            }
        }
        for def in self.schema.defs() {
            if types(&def.kind)
                .into_iter()
                .any(|ty| depth(ty) > MOST_NESTED)
            {
                self.refuse(
                    &def.place,
                    format!("arrays nested more than {MOST_NESTED} deep"),
                    "define an object in between",
                );
            }
        }
    }

    /// The Rust name of a field, which no other field of the same struct may have. `seen` has the keys of those by
    /// their names.
    fn field_name<'k>(
        &mut self,
        field: &'k Field,
        seen: &mut BTreeMap<String, &'k str>,
    ) -> Option<String> {
        let Some(name) = names::field(&field.key).map(|name| name.to_string()) else {
            self.refuse(
                &field.place,
                format!("no Rust name comes of `{}`", field.key),
                RENAME,
            );
            return None;
        };
        if let Some(other) = seen.insert(name.clone(), &field.key) {
            self.refuse(
                &field.place,
                format!("`{}` and `{other}` are both `{name}` in Rust", field.key),
                RENAME,
            );
        }
        Some(name)
    }

    fn object(&mut self, def: &Def, object: &ObjectDef) {
        let mut seen = BTreeMap::new();
        for field in &object.fields {
            let Some(name) = self.field_name(field, &mut seen) else {
                continue;
            };
            if ["extra", "extra_mut", "former_tag", "new"].contains(&name.as_str()) {
                self.refuse(
                    &field.place,
                    format!("`{name}` is what each type calls something of its own"),
                    RENAME,
                );
            }
        }
        if let Some(tag) = object.tag.as_ref() {
            let place = def.place.at("properties").at(&tag.key);
            if names::field(&tag.key).is_none() {
                self.refuse(
                    &place,
                    format!("no Rust name comes of `{}`", tag.key),
                    RENAME,
                );
            }
        }
        if let Some(tag) = object.tag.as_ref().filter(|tag| tag.former.len() > 1) {
            self.refuse(
                &def.place.at("properties").at(&tag.key),
                "more than one former tag",
                "teach the generator to remember which one came",
            );
        }
    }

    fn enumeration(&mut self, def: &Def, values: &[(String, String)]) {
        let mut seen = BTreeMap::from([("Unknown".to_owned(), "the variant for unknown values")]);
        for (index, (value, _)) in values.iter().enumerate() {
            let place = def.place.at("enum").at(&index.to_string());
            match names::variant(value) {
                None => self.refuse(&place, format!("no Rust name comes of `{value}`"), RENAME),
                Some(name) => {
                    if let Some(other) = seen.insert(name.clone(), value) {
                        self.refuse(
                            &place,
                            format!("`{value}` is `{name}` in Rust, and so is `{other}`"),
                            RENAME,
                        );
                    }
                }
            }
        }
    }

    fn union(&mut self, def: &Def, union: &UnionDef) {
        let mut seen = BTreeSet::new();
        for arm in &union.arms {
            let ok = names::is_identifier(&arm.variant)
                && heck::ToPascalCase::to_pascal_case(arm.variant.as_str()) == arm.variant;
            if !ok || arm.variant == "Unknown" || !seen.insert(arm.variant.as_str()) {
                self.refuse(
                    &arm.place.at("x-letta-variant"),
                    format!("`{}` can't be the name of this variant", arm.variant),
                    "choose a Pascal case name that is neither `Unknown` nor another arm's",
                );
            }
        }
        for arm in &union.arms {
            if arm.when.is_some() && !matches!(union.by, By::Tag(_)) {
                self.refuse(
                    &arm.place.at("x-letta-when"),
                    "`x-letta-when` in a union that no tag tells apart",
                    "drop it",
                );
            }
        }
        match &union.by {
            By::Tag(key) => self.tagged(def, union, key),
            By::Order => self.ordered(def, union),
            By::JsonType => self.by_type(union),
        }
    }

    fn tagged(&mut self, def: &Def, union: &UnionDef, key: &str) {
        if names::field(key).is_none() {
            self.refuse(
                &def.place.at("x-letta-tag"),
                format!("no Rust name comes of `{key}`"),
                RENAME,
            );
        }
        let mut bare = Vec::new();
        let mut texts = BTreeSet::new();
        for (index, arm) in union.arms.iter().enumerate() {
            if arm.when.is_some() {
                self.nested(arm, index + 1 == union.arms.len());
                continue;
            }
            let Some(object) = self.object_of(arm) else {
                continue;
            };
            self.clashes(arm, &object, union, key);
            let Some(tag) = &object.tag else {
                if bare.contains(&&arm.ty) {
                    self.refuse(
                        &arm.place,
                        "another arm holds the same object, which has no tag",
                        "drop one: nothing tells them apart",
                    );
                }
                bare.push(&arm.ty);
                continue;
            };
            let (tag_key, spellings) = (
                tag.key.clone(),
                [std::slice::from_ref(&tag.text), tag.former.as_slice()].concat(),
            );
            if tag_key != key {
                self.refuse(
                    &arm.place,
                    format!("its tag is `{tag_key}`, the union's is `{key}`"),
                    "make them the same",
                );
            }
            for text in spellings {
                if !texts.insert(text.clone()) {
                    self.refuse(
                        &arm.place,
                        format!("another arm has the tag `{text}`"),
                        "tags tell arms apart: each has its own",
                    );
                }
            }
        }
    }

    /// The names that a union needs for itself can't be fields of its arms.
    fn clashes(&mut self, arm: &Arm, object: &ObjectDef, union: &UnionDef, tag: &str) {
        let has = |key: &str| object.fields.iter().any(|field| field.key == key);
        for (key, what) in [(tag, "the union's tag"), ("tag", "the union's accessor")] {
            if has(key) {
                self.refuse(
                    &arm.place,
                    format!("its field `{key}` has the name of {what}"),
                    RENAME,
                );
            }
        }
        for nested in &union.arms {
            if nested.when.as_deref().is_some_and(has) {
                self.refuse(
                    &nested.place.at("x-letta-when"),
                    format!("`{}` declares that key", arm.variant),
                    "choose a key that no other arm declares",
                );
            }
        }
    }

    fn nested(&mut self, arm: &Arm, last: bool) {
        let is_tagged = arm
            .ty
            .reference()
            .and_then(|name| self.schema.def(name))
            .is_some_and(
                |def| matches!(&def.kind, DefKind::Union(union) if matches!(union.by, By::Tag(_))),
            );
        if !is_tagged || !matches!(arm.ty, Type::Ref(_)) {
            self.refuse(
                &arm.place,
                "`x-letta-when` on what is no tagged union",
                "drop it; object arms are told apart by their tags",
            );
        }
        if !last {
            self.refuse(&arm.place, "not the last arm", "move it to the end");
        }
    }

    fn ordered(&mut self, def: &Def, union: &UnionDef) {
        for (index, arm) in union.arms.iter().enumerate() {
            let Some(object) = self.object_of(arm) else {
                continue;
            };
            let tagged = object.tag.is_some();
            let open = object.fields.iter().all(|field| !field.required);
            if tagged {
                self.refuse(
                    &arm.place,
                    "an arm with a tag",
                    "tell the arms apart by `x-letta-tag`",
                );
            }
            if open != (index + 1 == union.arms.len()) {
                self.refuse(
                    &def.place.at("anyOf").at(&index.to_string()),
                    "the last arm, and it alone, must have no required fields",
                    "put the arms into order, the strictest first",
                );
            }
        }
    }

    fn by_type(&mut self, union: &UnionDef) {
        let mut seen = BTreeSet::new();
        for arm in &union.arms {
            let json = match &arm.ty {
                Type::String => "string",
                Type::Integer => "integer",
                Type::Array(_) => "array",
                Type::Map => "object",
                Type::Ref(_) => {
                    if self.object_of(arm).is_none() {
                        continue;
                    }
                    "object"
                }
                Type::Boolean | Type::Number | Type::Any => {
                    self.refuse(
                        &arm.place,
                        "no arm of a union by JSON type",
                        "arms are text, an integer, an array or an object",
                    );
                    continue;
                }
            };
            if !seen.insert(json) {
                self.refuse(
                    &arm.place,
                    format!("another arm is of JSON type {json}, too"),
                    "there can be one of each",
                );
            }
        }
    }

    /// The object that an arm refers to.
    fn object_of(&mut self, arm: &Arm) -> Option<ObjectDef> {
        let def = match &arm.ty {
            Type::Ref(name) => self.schema.def(name),
            _ => None,
        };
        if let Some(DefKind::Object(object)) = def.map(|def| &def.kind) {
            return Some(object.clone());
        }
        self.refuse(
            &arm.place,
            "no `$ref` to an object",
            "define an object and refer to it",
        );
        None
    }
}

/// The definitions whose values are inside of each value of a definition; a nested union is boxed.
fn held<'a>(schema: &'a Schema, name: &str) -> Vec<&'a str> {
    let Some(def) = schema.def(name) else {
        return Vec::new();
    };
    let types: Vec<&Type> = match &def.kind {
        DefKind::Union(union) => union
            .arms
            .iter()
            .filter(|arm| arm.when.is_none())
            .map(|arm| &arm.ty)
            .collect(),
        kind => types(kind),
    };
    types
        .into_iter()
        .filter_map(|ty| match ty {
            Type::Ref(name) => Some(name.as_str()),
            _ => None,
        })
        .collect()
}

/// The types that a definition mentions.
fn types(kind: &DefKind) -> Vec<&Type> {
    match kind {
        DefKind::Object(object) => object.fields.iter().map(|field| &field.ty).collect(),
        DefKind::Union(union) => union.arms.iter().map(|arm| &arm.ty).collect(),
        DefKind::Enum(_) | DefKind::Id { .. } | DefKind::Timestamp => Vec::new(),
    }
}
