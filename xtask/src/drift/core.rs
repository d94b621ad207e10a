//! What a schema stands for, behind references and combinations.

use std::collections::HashSet;

use letta_types_codegen::json::Json;

use super::{
    document::{Node, Version},
    keywords::{is_null, is_object, is_own, says_null, types},
    schemas::Schemas,
};
use crate::compare::facts::Said;

/// A schema behind all that stands for it.
pub(super) struct Core<'a> {
    pub(super) node: Node<'a>,
    pub(super) kind: CoreKind<'a>,
    /// The name of the component that it is.
    pub(super) name: Option<String>,
}

pub(super) enum CoreKind<'a> {
    /// What the schema itself says.
    Own,
    /// One of these, null apart.
    OneOf(Vec<Node<'a>>),
    /// The only member of a union that has a discriminator.
    Sole(Node<'a>, Box<Core<'a>>),
    /// One of those that are all of this and more, by its discriminator.
    Heirs(Node<'a>),
    /// Objects, all at once.
    AllOf(Vec<Node<'a>>),
    /// It can't be told.
    Unknown,
}

impl Core<'_> {
    /// Whether it says nothing: any JSON is such.
    pub(super) fn is_any(&self) -> bool {
        matches!(self.kind, CoreKind::Own)
            && match self.node.json {
                Json::Object(entries) => !entries.iter().any(|(key, _)| is_own(key)),
                json => *json == Json::Bool(true),
            }
    }
}

/// What stands beside a type, in a schema or in what it stands for.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) deprecated: bool,
    pub(super) default: Option<Said<Json>>,
    pub(super) minimum: Option<Said<Json>>,
    pub(super) maximum: Option<Said<Json>>,
}

impl Beside {
    /// Adds what a schema says, unless one that stands for it said it already.
    ///
    /// That a type is deprecated doesn't make a field so that refers to it.
    fn collect(&mut self, node: &Node<'_>, version: Version, is_by_itself: bool) {
        if version == Version::V30 && node.get("$ref").is_some() {
            return;
        }
        self.deprecated |= is_by_itself && node.is("deprecated");
        if let Some(own) = node.json.get("default") {
            // No default is what FastAPI means by null.
            let own = (*own != Json::Null).then(|| number(own));
            self.default.get_or_insert(Said::known(own));
        }
        for (slot, key, exclusive, step) in [
            (&mut self.minimum, "minimum", "exclusiveMinimum", 1),
            (&mut self.maximum, "maximum", "exclusiveMaximum", -1),
        ] {
            let own = node.json.get(key).map(number);
            let own = match (own, node.json.get(exclusive)) {
                (own, None | Some(Json::Bool(false))) => own.map(Said::Yes),
                (own, Some(Json::Bool(true))) => own.map(|own| beyond(node, &own, step)),
                (_, Some(own)) => Some(beyond(node, &number(own), step)),
            };
            if let Some(own) = own {
                slot.get_or_insert(own);
            }
        }
    }
}

/// The integer next to one that is excluded; numbers have none.
fn beyond(node: &Node<'_>, own: &Json, step: i64) -> Said<Json> {
    let Json::Number(number) = own else {
        return Said::Unsaid;
    };
    let next = number.as_i64().and_then(|own| own.checked_add(step));
    match next {
        Some(next) if types(node).contains(&"integer") => Said::Yes(Json::Number(next.into())),
        _ => Said::Unsaid,
    }
}

/// A value, with an integer written as one.
fn number(json: &Json) -> Json {
    if let Json::Number(number) = json {
        let text = number.to_string();
        if let Some(Ok(integer)) = text.strip_suffix(".0").map(str::parse::<i64>) {
            return Json::Number(integer.into());
        }
    }
    json.clone()
}

/// One of the schemas that hold at once.
enum Part<'a> {
    /// What the schema itself says.
    Own,
    /// A schema in `allOf`.
    Within(Node<'a>),
    /// What a reference leads to.
    Reference(&'a str),
}

impl<'a> Schemas<'a> {
    /// The schemas that hold at once where one stands.
    fn parts(&self, node: &Node<'a>) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        if let Some(reference) = node.text("$ref") {
            parts.push(Part::Reference(reference));
            if self.document.version == Version::V30 {
                return parts;
            }
        }
        let within = node.elements("allOf").into_iter().filter(|inner| {
            let entries = inner.json.as_object().unwrap_or_default();
            entries.iter().any(|(key, _)| is_own(key))
        });
        parts.extend(within.map(Part::Within));
        let entries = node.json.as_object().unwrap_or_default();
        let mut own = entries
            .iter()
            .map(|(key, _)| key.as_str())
            .filter(|key| is_own(key) && !["$ref", "allOf"].contains(key));
        // A type alone says nothing beside what it is the type of.
        if parts.is_empty() || own.any(|key| key != "type") {
            parts.push(Part::Own);
        }
        parts
    }

    /// What a schema stands for: behind references, alone in a combination, or alone there with null.
    pub(super) fn core(&mut self, node: &Node<'a>, name: Option<String>) -> (Core<'a>, Beside) {
        let mut beside = Beside::default();
        let mut node = node.clone();
        let mut name = name;
        let mut wrapper = None;
        let mut is_by_itself = true;
        let mut walked = HashSet::new();
        let kind = loop {
            if !walked.insert(node.pointer.clone()) {
                let difference = "the schema stands for itself";
                self.unreadable(&node.pointer, difference, "correct the document");
                break CoreKind::Unknown;
            }
            beside.collect(&node, self.document.version, is_by_itself);
            let mut parts = self.parts(&node);
            if parts.len() > 1 {
                break self.all_of(&node);
            }
            match parts.pop() {
                Some(Part::Within(inner)) => node = inner,
                Some(Part::Reference(reference)) => match self.document.target(reference) {
                    Ok(target) => {
                        is_by_itself = false;
                        name = Some(self.name(&target.pointer));
                        node = target;
                    }
                    Err(problem) => {
                        self.lost(&node, reference, &problem);
                        break CoreKind::Unknown;
                    }
                },
                Some(Part::Own) | None => match self.alternatives(&node) {
                    Ok(None) => break Self::own_kind(&node),
                    Ok(Some(mut nodes)) if nodes.len() == 1 => {
                        if wrapper.is_none() {
                            wrapper = node.get("discriminator");
                        }
                        node = nodes.swap_remove(0);
                    }
                    Ok(Some(nodes)) => break CoreKind::OneOf(nodes),
                    Err(difference) => {
                        self.unreadable(&node.pointer, difference, "compare it by hand");
                        break CoreKind::Unknown;
                    }
                },
            }
        };
        let core = Core { node, kind, name };
        let core = match (wrapper, &core.kind) {
            (Some(wrapper), CoreKind::Own | CoreKind::AllOf(_)) => Core {
                node: core.node.clone(),
                name: None,
                kind: CoreKind::Sole(wrapper, Box::new(core)),
            },
            _ => core,
        };
        (core, beside)
    }

    fn own_kind(node: &Node<'a>) -> CoreKind<'a> {
        match node.get("discriminator") {
            Some(own) if !own.entries("mapping").is_empty() => CoreKind::Heirs(own),
            _ => CoreKind::Own,
        }
    }

    fn lost(&mut self, node: &Node<'a>, reference: &str, problem: &str) {
        let remedy = if reference.starts_with('#') {
            "fetch the document again"
        } else {
            "bundle the documents into one"
        };
        self.unreadable(&node.pointer, problem, remedy);
    }

    /// The alternatives that a schema has, null apart.
    fn alternatives(&self, node: &Node<'a>) -> Result<Option<Vec<Node<'a>>>, &'static str> {
        let (any, one) = (node.get("anyOf"), node.get("oneOf"));
        let nodes = match (any, one) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err("`anyOf` and `oneOf` at once"),
            (Some(_), None) => node.elements("anyOf"),
            (None, Some(_)) => node.elements("oneOf"),
        };
        if node.get("properties").is_some() {
            // Alternatives that only say what is required don't change what there is.
            let says_more = |node: &Node<'_>| {
                let entries = node.json.as_object().unwrap_or_default();
                entries
                    .iter()
                    .any(|(key, _)| is_own(key) && !["required", "type"].contains(&key.as_str()))
            };
            return if nodes.iter().any(says_more) {
                Err("properties and alternatives at once")
            } else {
                Ok(None)
            };
        }
        let is_value = |node: &Node<'a>| {
            let target = self.document.followed(node);
            !target.is_ok_and(|target| is_null(&target))
        };
        if nodes.is_empty() {
            return Err("an empty list of alternatives");
        }
        Ok(Some(nodes.into_iter().filter(is_value).collect()))
    }

    /// The objects that hold at once.
    fn all_of(&mut self, node: &Node<'a>) -> CoreKind<'a> {
        let mut objects = Vec::new();
        // A schema comes behind those that it builds on, and then only what it says itself counts.
        let mut open = vec![(node.clone(), false)];
        let mut walked = HashSet::new();
        while let Some((node, is_done)) = open.pop() {
            if is_done {
                objects.push(node);
                continue;
            }
            if !walked.insert(node.pointer.clone()) {
                continue;
            }
            let mut inner = Vec::new();
            for part in self.parts(&node) {
                match part {
                    Part::Within(node) => inner.push((node, false)),
                    Part::Reference(reference) => match self.document.target(reference) {
                        Ok(target) => {
                            self.name(&target.pointer);
                            inner.push((target, false));
                        }
                        Err(problem) => {
                            self.lost(&node, reference, &problem);
                            return CoreKind::Unknown;
                        }
                    },
                    Part::Own => match self.alternatives(&node) {
                        Ok(None) if is_object(&node) => inner.push((node.clone(), true)),
                        Ok(Some(mut nodes)) if nodes.len() == 1 => {
                            inner.push((nodes.swap_remove(0), false));
                        }
                        _ => {
                            let difference = "`allOf` of what isn't an object";
                            self.unreadable(&node.pointer, difference, "compare it by hand");
                            return CoreKind::Unknown;
                        }
                    },
                }
            }
            open.extend(inner.into_iter().rev());
        }
        CoreKind::AllOf(objects)
    }

    /// Whether null is a value.
    pub(super) fn admits_null(&self, node: &Node<'a>) -> bool {
        let mut open = vec![node.clone()];
        let mut walked = HashSet::new();
        while let Some(node) = open.pop() {
            if !walked.insert(node.pointer.clone()) {
                continue;
            }
            let version = self.document.version;
            let counts = version == Version::V31 || node.get("$ref").is_none();
            let mut parts = self.parts(&node);
            if parts.len() > 1 {
                // In 3.0, `nullable` beside `allOf` is the way to let null into what is referred to.
                if version == Version::V30 && node.is("nullable") {
                    return true;
                }
                continue;
            }
            if counts && says_null(&node, version) {
                return true;
            }
            match parts.pop() {
                Some(Part::Within(inner)) => open.push(inner),
                Some(Part::Reference(reference)) => open.extend(self.document.target(reference)),
                Some(Part::Own) | None => {
                    open.extend(node.elements("anyOf"));
                    open.extend(node.elements("oneOf"));
                }
            }
        }
        false
    }
}
