//! The schemas of a document, as types.
//!
//! Schemas nest and refer to each other to any depth, and to themselves. So nothing here calls itself: what a schema
//! holds is read later, off a queue, and a chain of schemas that all stand for one is walked in a loop.

use std::collections::{BTreeSet, HashMap, VecDeque};

use letta_types_codegen::{json::Json, problem::unescaped};

use super::{
    core::{Core, CoreKind},
    document::{Document, Node},
    keywords::{is_object, types},
};
use crate::compare::{
    facts::{Facts, Field, Mapped, Origin, Precision, Said, Shape, Type, TypeId, Union, Value},
    findings::{Finding, Kind},
};

const COMPONENTS: &str = "/components/schemas/";

/// What a schema says of the place that it stands at.
pub(super) struct Meaning {
    /// What is there when it isn't null.
    pub(super) ty: TypeId,
    pub(super) nullable: Option<bool>,
    pub(super) deprecated: bool,
    pub(super) default: Said<Json>,
    pub(super) minimum: Said<Json>,
    pub(super) maximum: Said<Json>,
}

/// Reads schemas.
pub(super) struct Schemas<'a> {
    pub(super) document: &'a Document,
    pub(super) facts: Facts,
    /// What isn't readable.
    pub(super) findings: Vec<Finding>,
    /// The names of the components that were met.
    pub(super) met: BTreeSet<String>,
    /// The operation or type that is being read.
    pub(super) group: String,
    types: HashMap<String, TypeId>,
    /// The types whose shape isn't known yet, and what they are part of.
    open: VecDeque<(TypeId, Core<'a>, String)>,
}

impl<'a> Schemas<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            facts: Facts::default(),
            findings: Vec::new(),
            met: BTreeSet::new(),
            group: String::new(),
            types: HashMap::new(),
            open: VecDeque::new(),
        }
    }

    /// Reads what is held by the schemas that were read.
    pub(super) fn finish(&mut self) {
        while let Some((id, core, group)) = self.open.pop_front() {
            self.group = group;
            let shape = self.shape(id, core);
            self.facts.ty_mut(id).shape = shape;
        }
    }

    pub(super) fn unreadable(&mut self, pointer: &str, difference: &str, remedy: &str) {
        self.findings.push(Finding {
            kind: Kind::Unreadable,
            group: self.group.clone(),
            path: String::new(),
            origins: [self.document.origin(pointer)].into(),
            schema: None,
            name: None,
            is_missing: false,
            difference: difference.to_owned(),
            remedy: remedy.to_owned(),
        });
    }

    /// The name of what a reference leads to. What isn't a component is named by its place: types that hold
    /// themselves need a name to be told by.
    pub(super) fn name(&mut self, pointer: &str) -> String {
        match pointer.strip_prefix(COMPONENTS) {
            Some(name) if !name.contains('/') => {
                let name = unescaped(name);
                self.met.insert(name.clone());
                name
            }
            _ => format!("#{pointer}"),
        }
    }

    /// Reads a schema.
    pub(super) fn read(&mut self, node: &Node<'a>) -> Meaning {
        self.read_named(node, None)
    }

    fn read_named(&mut self, node: &Node<'a>, name: Option<String>) -> Meaning {
        let (core, beside) = self.core(node, name);
        let nullable = if self.admits_null(node) {
            Some(true)
        } else if core.is_any() || matches!(core.kind, CoreKind::Unknown) {
            None
        } else {
            Some(false)
        };
        Meaning {
            ty: self.add(core),
            nullable,
            deprecated: beside.deprecated,
            default: beside.default.unwrap_or(Said::No),
            minimum: beside.minimum.unwrap_or(Said::No),
            maximum: beside.maximum.unwrap_or(Said::No),
        }
    }

    /// Reads the schema of elements or of entries, where null is one more type.
    fn read_inner(&mut self, node: &Node<'a>) -> TypeId {
        let meaning = self.read(node);
        if meaning.nullable != Some(true) {
            return meaning.ty;
        }
        let null = self.anonymous(node, Shape::Null);
        self.anonymous(node, union(vec![meaning.ty, null]))
    }

    pub(super) fn anonymous(&mut self, node: &Node<'a>, shape: Shape) -> TypeId {
        self.facts.add(Type {
            names: Vec::new(),
            at: self.document.origin(&node.pointer),
            shape,
        })
    }

    fn add(&mut self, core: Core<'a>) -> TypeId {
        // A schema can be met by itself, and as the only member of a union.
        let wrapper = match &core.kind {
            CoreKind::Sole(discriminator, _) => &discriminator.pointer,
            _ => "",
        };
        let key = format!("{} {wrapper}", core.node.pointer);
        if let Some(id) = self.types.get(&key) {
            let ty = self.facts.ty_mut(*id);
            if ty.names.is_empty() {
                ty.names.extend(core.name);
            }
            return *id;
        }
        let id = self.facts.add(Type {
            names: core.name.clone().into_iter().collect(),
            at: self.document.origin(&core.node.pointer),
            shape: Shape::Unsaid(Vec::new()),
        });
        self.types.insert(key, id);
        let group = core.name.clone().unwrap_or_else(|| self.group.clone());
        self.open.push_back((id, core, group));
        id
    }

    fn shape(&mut self, id: TypeId, core: Core<'a>) -> Shape {
        match core.kind {
            CoreKind::Unknown => Shape::Unsaid(Vec::new()),
            CoreKind::Own => self.own(&core.node),
            CoreKind::AllOf(parts) => Shape::Object(self.fields(&parts)),
            CoreKind::OneOf(nodes) => self.one_of(&nodes, core.node.get("discriminator").as_ref()),
            CoreKind::Sole(discriminator, inner) => {
                let member = self.add(*inner);
                self.told_apart(vec![member], Some(&discriminator))
            }
            CoreKind::Heirs(discriminator) => {
                let mut shape = self.told_apart(Vec::new(), Some(&discriminator));
                if let Shape::Union(union) = &mut shape {
                    for own in union.mapping.iter_mut().filter(|own| own.ty == id) {
                        // It can be no more than itself as well.
                        let shape = self.own(&core.node);
                        own.ty = self.facts.add(Type {
                            names: core.name.clone().into_iter().collect(),
                            at: self.document.origin(&core.node.pointer),
                            shape,
                        });
                    }
                    union.members = union.mapping.iter().map(|own| own.ty).collect();
                }
                shape
            }
        }
    }

    fn one_of(&mut self, nodes: &[Node<'a>], discriminator: Option<&Node<'a>>) -> Shape {
        if nodes.is_empty() {
            return Shape::Null;
        }
        if let Some(values) = self.values(nodes) {
            return Shape::Enum(values);
        }
        let members = nodes.iter().map(|node| self.read(node).ty).collect();
        self.told_apart(members, discriminator)
    }

    /// The values of enums of text, as one; text of any value beside them adds none.
    fn values(&mut self, nodes: &[Node<'a>]) -> Option<Vec<Value>> {
        let mut values: Vec<Value> = Vec::new();
        for node in nodes {
            let node = self.document.followed(node).ok()?;
            let own = self.texts(&node);
            if own.is_empty()
                && (node.text("type") != Some("string") || node.text("format").is_some())
            {
                return None;
            }
            values.extend(own);
        }
        if values.is_empty() {
            return None;
        }
        for node in nodes {
            if let Ok(target) = self.document.followed(node) {
                self.name(&target.pointer);
            }
        }
        Some(values)
    }

    /// The values of an enum of text, without null; none if it isn't one.
    fn texts(&self, node: &Node<'a>) -> Vec<Value> {
        let all = match node.get("const") {
            Some(only) => vec![only],
            None => node.elements("enum"),
        };
        let values = all.iter().filter(|own| *own.json != Json::Null);
        let values = values.map(|own| {
            Some(Value {
                text: own.json.as_str()?.to_owned(),
                at: self.document.origin(&own.pointer),
                former: false,
            })
        });
        values.collect::<Option<_>>().unwrap_or_default()
    }

    fn told_apart(&mut self, members: Vec<TypeId>, discriminator: Option<&Node<'a>>) -> Shape {
        let Some(discriminator) = discriminator else {
            return union(members);
        };
        let tag = discriminator.text("propertyName");
        if tag.is_none() {
            let remedy = "correct the document: a discriminator has a `propertyName`";
            self.unreadable(
                &discriminator.pointer,
                "a discriminator without key",
                remedy,
            );
        }
        let mut mapping = Vec::new();
        for (text, node) in discriminator.entries("mapping") {
            let Some(reference) = node.json.as_str() else {
                self.unreadable(&node.pointer, "not text", "correct the document");
                continue;
            };
            // It may be a name alone.
            let whole = format!("#{COMPONENTS}{reference}");
            let target = match self.document.target(&whole) {
                Ok(target) if !reference.contains(['#', '/']) => Ok(target),
                _ => self.document.target(reference),
            };
            match target {
                Ok(target) => {
                    let name = self.name(&target.pointer);
                    mapping.push(Mapped {
                        text: text.to_owned(),
                        at: self.document.origin(&node.pointer),
                        ty: self.read_named(&target, Some(name)).ty,
                    });
                }
                Err(problem) => {
                    self.unreadable(&node.pointer, &problem, "fetch the document again");
                }
            }
        }
        Shape::Union(Union {
            members,
            tag: Said::known(tag.map(str::to_owned)),
            mapping,
            hidden: 0,
        })
    }

    /// What a schema says that no other has a part in.
    fn own(&mut self, node: &Node<'a>) -> Shape {
        match node.json {
            Json::Bool(true) => return Shape::Any,
            Json::Object(_) => {}
            _ => {
                let difference = "a schema that nothing can be";
                self.unreadable(&node.pointer, difference, "correct the document");
                return Shape::Unsaid(Vec::new());
            }
        }
        if let Some(shape) = self.listed(node) {
            return shape;
        }
        let types = types(node);
        let mut types = types.iter().copied().filter(|name| *name != "null");
        match (types.next(), types.next()) {
            (Some(only), None) => self.typed(node, only),
            (Some(one), Some(other)) => {
                let all = [one, other].into_iter().chain(types);
                let members = all.map(|name| {
                    let shape = self.typed(node, name);
                    self.anonymous(node, shape)
                });
                union(members.collect())
            }
            (None, _) if node.get("type").is_some() => Shape::Null,
            (None, _) if is_object(node) => self.typed(node, "object"),
            (None, _) if node.get("items").is_some() => self.typed(node, "array"),
            (None, _) => Shape::Any,
        }
    }

    /// What `const` or `enum` lists.
    fn listed(&mut self, node: &Node<'a>) -> Option<Shape> {
        let texts = self.texts(node);
        if !texts.is_empty() {
            return Some(Shape::Enum(texts));
        }
        let all = if let Some(only) = node.get("const") {
            vec![only]
        } else {
            node.get("enum")?;
            node.elements("enum")
        };
        let mut shapes = all.iter().map(|own| match own.json {
            Json::Null => Some(None),
            Json::Bool(_) => Some(Some("boolean")),
            Json::Number(number) if number.is_f64() => Some(Some("number")),
            Json::Number(_) => Some(Some("integer")),
            Json::String(_) => Some(Some("string")),
            Json::Array(_) | Json::Object(_) => None,
        });
        let mut kinds = BTreeSet::new();
        if all.is_empty() || !shapes.all(|shape| shape.map(|kind| kinds.extend(kind)).is_some()) {
            let difference = "values that aren't scalars";
            self.unreadable(&node.pointer, difference, "compare them by hand");
            return Some(Shape::Unsaid(Vec::new()));
        }
        let mut members: Vec<_> = kinds.iter().map(|kind| self.typed(node, kind)).collect();
        Some(match (members.pop(), members.is_empty()) {
            (None, _) => Shape::Null,
            (Some(only), true) => only,
            (Some(last), false) => {
                members.push(last);
                let members = members.into_iter();
                union(members.map(|shape| self.anonymous(node, shape)).collect())
            }
        })
    }

    fn typed(&mut self, node: &Node<'a>, name: &str) -> Shape {
        match name {
            "boolean" => Shape::Boolean,
            "integer" => Shape::Number(match node.text("format") {
                Some("uint64") => Precision::Unsigned,
                _ => Precision::Integer,
            }),
            "number" => Shape::Number(match node.text("format") {
                Some("int32" | "int64") => Precision::Integer,
                _ => Precision::Float,
            }),
            "string" => Shape::String(Said::known(node.text("format").map(str::to_owned))),
            "array" => {
                if node.get("prefixItems").is_some() {
                    let difference = "an array whose elements have a type each";
                    self.unreadable(&node.pointer, difference, "compare it by hand");
                }
                Shape::Array(match node.get("items") {
                    Some(items) => self.read_inner(&items),
                    None => self.anonymous(node, Shape::Any),
                })
            }
            "object" if !node.entries("properties").is_empty() => {
                Shape::Object(self.fields(std::slice::from_ref(node)))
            }
            "object" => match node.get("additionalProperties") {
                Some(Node {
                    json: Json::Bool(false),
                    ..
                }) => Shape::Object(Vec::new()),
                Some(inner) if !matches!(inner.json, Json::Bool(_)) => {
                    Shape::Map(Some(self.read_inner(&inner)))
                }
                _ => Shape::Map(None),
            },
            other => {
                let difference = format!("no JSON type is called `{other}`");
                self.unreadable(&node.pointer, &difference, "correct the document");
                Shape::Unsaid(Vec::new())
            }
        }
    }

    /// The fields of objects that are one; what a later one says of a field counts.
    fn fields(&mut self, parts: &[Node<'a>]) -> Vec<Field> {
        let mut required = BTreeSet::new();
        let mut fields: Vec<Field> = Vec::new();
        for part in parts {
            let own = part.elements("required");
            required.extend(own.iter().filter_map(|key| key.json.as_str()));
            for (key, node) in part.entries("properties") {
                let meaning = self.read(&node);
                let field = meaning.field(key, self.document.origin(&node.pointer));
                match fields.iter_mut().find(|own| own.key == key) {
                    Some(own) => *own = field,
                    None => fields.push(field),
                }
            }
        }
        for field in &mut fields {
            field.required = Some(required.contains(field.key.as_str()));
        }
        fields
    }
}

impl Meaning {
    /// A field that holds it.
    pub(super) fn field(self, key: &str, at: Origin) -> Field {
        Field {
            key: key.to_owned(),
            at,
            ty: self.ty,
            required: None,
            nullable: self.nullable,
            deprecated: Some(self.deprecated),
            default: self.default,
            minimum: self.minimum,
            maximum: self.maximum,
            tag: false,
            undocumented: false,
        }
    }
}

fn union(members: Vec<TypeId>) -> Shape {
    Shape::Union(Union {
        members,
        tag: Said::No,
        mapping: Vec::new(),
        hidden: 0,
    })
}
