//! What no single definition can tell: references, tags, names, and definitions that nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    names,
    problem::{Place, Problem, Problems},
    schema::{Arm, By, Def, DefKind, ObjectDef, Schema, Type, UnionDef},
};

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
        for file in &self.schema.files {
            let reserved = ["build", "wire"].contains(&file.module.as_str());
            if reserved || !names::is_identifier(&file.module) {
                self.refuse(
                    &Place::file(&file.name),
                    format!("`{}` can't be the name of a module", file.module),
                    "give the file another name",
                );
            }
        }
    }

    fn names(&mut self) {
        let mut seen = BTreeMap::new();
        for def in self.schema.defs() {
            if names::is_taken(&def.name) {
                self.refuse(
                    &def.place,
                    format!("`{}` means something else in Rust", def.name),
                    "give it another name, and list the documented one in `x-letta-names`",
                );
            }
            if let Some(other) = seen.insert(def.name.as_str(), &def.place) {
                self.refuse(
                    &def.place,
                    format!("`{}` is defined twice", def.name),
                    format!("rename one; the other is {}#{}", other.file, other.pointer),
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
            for (def, json) in &file.json {
                let place = Place::file(&file.name).at("$defs").at(def);
                json.for_each_string(&place.pointer, &mut |pointer, text| {
                    if !pointer.ends_with("/$ref") {
                        return;
                    }
                    let (target, name) = text.split_once("#/$defs/").unwrap_or((text, ""));
                    let target = if target.is_empty() {
                        &file.name
                    } else {
                        target
                    };
                    let found = self.schema.files.iter().any(|file| {
                        file.name == target && file.defs.iter().any(|d| d.name == name)
                    });
                    if !found {
                        let place = Place {
                            file: file.name.clone(),
                            pointer: pointer.to_owned(),
                        };
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
        let used: BTreeSet<&str> = self
            .schema
            .defs()
            .flat_map(|def| types(&def.kind))
            .filter_map(Type::reference)
            .collect();
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

    fn object(&mut self, def: &Def, object: &ObjectDef) {
        let mut seen = BTreeMap::new();
        for field in &object.fields {
            match names::snake(&field.key) {
                // `type` and the like: typify adds an underscore.
                None if syn::parse_str::<syn::Ident>(&format!("{}_", field.key)).is_ok() => {}
                None => self.refuse(
                    &field.place,
                    format!("no Rust name comes of `{}`", field.key),
                    "the generator has no key to rename a field yet: add one",
                ),
                Some(name) => {
                    if let Some(other) = seen.insert(name.clone(), &field.key) {
                        self.refuse(
                            &field.place,
                            format!("`{}` and `{other}` are both `{name}` in Rust", field.key),
                            "the generator has no key to rename a field yet: add one",
                        );
                    }
                    if ["extra", "former_tag", "new"].contains(&name.as_str()) {
                        self.refuse(
                            &field.place,
                            format!("`{name}` is what each type calls something of its own"),
                            "the generator has no key to rename a field yet: add one",
                        );
                    }
                }
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
                None => self.refuse(
                    &place,
                    format!("no Rust name comes of `{value}`"),
                    "the generator has no key to rename a value yet: add one",
                ),
                Some(name) => {
                    if let Some(other) = seen.insert(name.clone(), value) {
                        self.refuse(
                            &place,
                            format!("`{value}` is `{name}` in Rust, and so is `{other}`"),
                            "the generator has no key to rename a value yet: add one",
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
        match &union.by {
            By::Tag(key) => self.tagged(union, key),
            By::Order => self.ordered(def, union),
            By::JsonType => self.by_type(union),
        }
    }

    fn tagged(&mut self, union: &UnionDef, key: &str) {
        let mut texts = BTreeSet::new();
        for (index, arm) in union.arms.iter().enumerate() {
            if arm.when.is_some() {
                self.nested(arm, index + 1 == union.arms.len());
                continue;
            }
            let Some(object) = self.object_of(arm) else {
                continue;
            };
            let Some(tag) = &object.tag else { continue };
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

/// The types that a definition mentions.
fn types(kind: &DefKind) -> Vec<&Type> {
    match kind {
        DefKind::Object(object) => object.fields.iter().map(|field| &field.ty).collect(),
        DefKind::Union(union) => union.arms.iter().map(|arm| &arm.ty).collect(),
        DefKind::Enum(_) | DefKind::Id { .. } | DefKind::Timestamp => Vec::new(),
    }
}
