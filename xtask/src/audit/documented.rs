//! What a page of the documents says, whichever way it is rendered.
//!
//! A type is expanded at its first use only: later uses mean the expansion that came before, if it begins
//! with the keys that the use shows. Names alone don't tell: one can mean two types.

use std::{collections::HashMap, rc::Rc};

use letta_types_codegen::json::Json;

use super::{
    expression::{Core, Expression, Head, Line, Literal, Term},
    page::{Bullet, Endpoint, Page, Part, Section, SectionKind},
};
use crate::compare::{
    facts::{
        Body, Details, Facts, Field, Location, Operation, Origin, Parameter, Precision, Said,
        Shape, Type, TypeId, Union, Value,
    },
    findings::{Finding, Kind},
};

/// What a page says.
#[derive(Debug, Default)]
pub(super) struct Documented {
    pub(super) facts: Facts,
    pub(super) examples: Vec<Example>,
    /// What the page doesn't say in full.
    pub(super) findings: Vec<Finding>,
}

/// An example payload of an operation.
#[derive(Debug)]
pub(super) struct Example {
    /// The operation's index in the facts.
    pub(super) operation: usize,
    pub(super) at: Origin,
    pub(super) text: String,
    pub(super) is_request: bool,
}

/// Reads a page.
pub(super) fn read(file: &Rc<str>, page: &Page) -> Documented {
    let mut reader = Reader {
        file: Rc::clone(file),
        out: Documented::default(),
        part: 0,
        group: String::new(),
        known: Vec::new(),
        readings: HashMap::new(),
        open: Vec::new(),
    };
    for (part, content) in page.parts.iter().enumerate() {
        reader.part = part;
        match content {
            Part::Endpoint(endpoint) => reader.endpoint(endpoint),
            Part::Type(bullet) => reader.described(bullet),
        }
    }
    if let Some(line) = page.stray.first() {
        let count = page.stray.len();
        "Fields of no type".clone_into(&mut reader.group);
        reader.unreadable(
            *line,
            format!("no type begins here, and {count} fields follow"),
        );
    }
    for (line, how) in &page.cut {
        "The page".clone_into(&mut reader.group);
        reader.unreadable(*line, (*how).to_owned());
    }
    reader.settle();
    reader.out
}

/// An expansion that later uses can mean.
struct Known {
    /// The part of the page that it is in.
    part: usize,
    name: Option<String>,
    keys: Vec<String>,
    id: TypeId,
}

impl Known {
    /// Whether a use can mean it.
    fn fits(&self, head: &Head) -> bool {
        let is_whole = head.keys.is_empty() || self.keys.len() == head.total;
        is_whole
            && self.keys.starts_with(&head.keys)
            && (head.name.is_none() || self.name == head.name)
    }
}

struct Reader {
    file: Rc<str>,
    out: Documented,
    part: usize,
    group: String,
    known: Vec<Known>,
    /// How expressions of several types were to be read where they were expanded.
    readings: HashMap<String, TypeId>,
    /// What was used before it was expanded, if ever.
    open: Vec<(TypeId, Head)>,
}

impl Reader {
    fn at(&self, line: usize) -> Origin {
        Origin::line(&self.file, line)
    }

    fn add(&mut self, line: usize, name: Option<&str>, shape: Shape) -> TypeId {
        let at = self.at(line);
        self.out.facts.add(Type {
            names: name.map(str::to_owned).into_iter().collect(),
            at,
            shape,
        })
    }

    fn unreadable(&mut self, line: usize, difference: String) {
        self.out.findings.push(Finding {
            kind: Kind::Unreadable,
            group: self.group.clone(),
            path: String::new(),
            origins: [self.at(line)].into(),
            schema: None,
            name: None,
            is_missing: false,
            difference,
            remedy: "fetch the page again: it isn't complete".to_owned(),
        });
    }

    fn endpoint(&mut self, endpoint: &Endpoint) {
        self.group.clone_from(&endpoint.name);
        let mut details = Details::default();
        for section in &endpoint.sections {
            match section.kind {
                SectionKind::Path => self.parameters(section, Location::Path, &mut details),
                SectionKind::Query => self.parameters(section, Location::Query, &mut details),
                SectionKind::Header => self.parameters(section, Location::Header, &mut details),
                SectionKind::Body => details.body = self.body(section, false),
                SectionKind::Returns => details.response = self.body(section, true),
            }
        }
        let has_details = !endpoint.sections.is_empty() || !endpoint.examples.is_empty();
        let operation = self.out.facts.operations.len();
        let at = self.at(endpoint.line);
        self.out.facts.operations.push(Operation {
            name: if endpoint.name.is_empty() {
                format!("{} {}", endpoint.method, endpoint.path)
            } else {
                endpoint.name.clone()
            },
            at,
            method: endpoint.method.clone(),
            path: endpoint.path.clone(),
            details: has_details.then_some(details),
        });
        for example in &endpoint.examples {
            let at = self.at(example.line);
            self.out.examples.push(Example {
                operation,
                at,
                text: example.text.clone(),
                is_request: example.is_request,
            });
        }
    }

    fn parameters(&mut self, section: &Section, location: Location, details: &mut Details) {
        for bullet in &section.bullets {
            if let Some(field) = self.field(bullet) {
                details.parameters.push(Parameter { field, location });
            }
        }
    }

    fn body(&mut self, section: &Section, or_array: bool) -> Option<Body> {
        if section.bullets.is_empty() {
            return None;
        }
        let ty = self.expansion(section.line, &section.bullets)?;
        Some(Body {
            at: self.at(section.line),
            ty,
            nullable: None,
            or_array,
        })
    }

    /// A type that is described by itself.
    fn described(&mut self, bullet: &Bullet) {
        let Line::Type { name, expression } = &bullet.content else {
            return;
        };
        self.group = name.clone().unwrap_or_default();
        let id = self.ty(bullet.line, expression, bullet);
        let ty = self.out.facts.ty_mut(id);
        if ty.names.is_empty() {
            ty.names.extend(name.clone());
        }
        self.out.facts.named.push(id);
    }

    fn field(&mut self, bullet: &Bullet) -> Option<Field> {
        let Line::Field { key, expression } = &bullet.content else {
            return None;
        };
        let id = match expression {
            Some(expression) => self.ty(bullet.line, expression, bullet),
            None => self.expansion(bullet.line, &bullet.children)?,
        };
        if key.is_empty() {
            let difference = "the line that names this field is lost".to_owned();
            self.unreadable(bullet.line, difference);
            return None;
        }
        let attribute = |name: &str| {
            let mut all = bullet.attributes.iter();
            all.find(|(own, _)| own == name).map(|(_, value)| value)
        };
        if let (Some(format), Shape::String(said)) =
            (attribute("format"), &mut self.out.facts.ty_mut(id).shape)
        {
            *said = Said::Yes(format.clone());
        }
        let bound = |name: &str| {
            attribute(name)
                .and_then(|value| serde_json::from_str::<Json>(value).ok())
                .map_or(Said::Unsaid, Said::Yes)
        };
        Some(Field {
            key: key.clone(),
            at: self.at(bullet.line),
            ty: id,
            required: expression.as_ref().map(|expression| !expression.optional),
            nullable: None,
            deprecated: is_deprecated(&bullet.prose.join(" ")).then_some(true),
            default: Said::Unsaid,
            minimum: bound("minimum"),
            maximum: bound("maximum"),
            tag: false,
            undocumented: false,
        })
    }

    /// What a list of bullets is together: fields are an object, values an enum, types a union.
    fn expansion(&mut self, line: usize, bullets: &[Bullet]) -> Option<TypeId> {
        let is_field = |bullet: &&Bullet| matches!(bullet.content, Line::Field { .. });
        if bullets.iter().any(|bullet| is_field(&bullet)) {
            let fields = self.fields(bullets.iter().filter(is_field));
            return Some(self.add(line, None, Shape::Object(fields)));
        }
        let members = self.members(bullets);
        self.joined(line, None, members)
    }

    /// The types of a list, its values together as one enum.
    fn members(&mut self, bullets: &[Bullet]) -> Vec<TypeId> {
        let mut members = Vec::new();
        let mut values = Vec::new();
        for bullet in bullets {
            match &bullet.content {
                Line::Literal(Literal::Text(text)) => values.push(Value {
                    text: text.clone(),
                    at: self.at(bullet.line),
                    former: false,
                }),
                Line::Literal(literal) => {
                    let shape = shape(literal);
                    members.push(self.add(bullet.line, None, shape));
                }
                Line::Type { name, expression } => {
                    let id = self.ty(bullet.line, expression, bullet);
                    let ty = self.out.facts.ty_mut(id);
                    if ty.names.is_empty() {
                        ty.names.extend(name.clone());
                    }
                    members.push(id);
                }
                Line::Field { .. } => {}
            }
        }
        if let Some(line) = bullets.first().filter(|_| !values.is_empty()) {
            // Text with some known values is what an enum is.
            members.retain(|id| !matches!(self.out.facts.ty(*id).shape, Shape::String(_)));
            members.push(self.add(line.line, None, Shape::Enum(values)));
        }
        members
    }

    fn joined(&mut self, line: usize, name: Option<&str>, members: Vec<TypeId>) -> Option<TypeId> {
        match members.as_slice() {
            [] => None,
            [only] if name.is_none() => Some(*only),
            _ => {
                let shape = self.union(members, 0);
                Some(self.add(line, name, shape))
            }
        }
    }

    fn union(&mut self, members: Vec<TypeId>, hidden: usize) -> Shape {
        if let ([only], 0) = (members.as_slice(), hidden) {
            if let Shape::Enum(values) = &self.out.facts.ty(*only).shape {
                return Shape::Enum(values.clone());
            }
        }
        Shape::Union(Union {
            members,
            tag: Said::Unsaid,
            mapping: Vec::new(),
            hidden,
        })
    }

    fn fields<'a>(&mut self, bullets: impl Iterator<Item = &'a Bullet>) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for bullet in bullets {
            if let Some(field) = self.field(bullet) {
                fields.push(field);
            }
        }
        fields
    }

    /// The type of an expression with what expands it.
    fn ty(&mut self, line: usize, expression: &Expression, bullet: &Bullet) -> TypeId {
        let children = bullet.children.as_slice();
        if children.is_empty() {
            return self.unexpanded(line, expression);
        }
        let is_field = |bullet: &&Bullet| matches!(bullet.content, Line::Field { .. });
        // A list of values, or of types, has no fields: what looks like one is part of a description.
        let id = if children.iter().all(|child| is_field(&child)) {
            self.object(line, expression, bullet)
        } else {
            self.alternatives(line, expression, children)
        };
        self.readings.insert(expression.text.clone(), id);
        id
    }

    /// The fields of the only type in an expression.
    fn object(&mut self, line: usize, expression: &Expression, bullet: &Bullet) -> TypeId {
        let head = expression.head().cloned();
        let name = match (&head, expression.only().map(|term| &term.core)) {
            (Some(head), _) => head.name.clone(),
            (None, Some(Core::Name(name))) => Some(name.clone()),
            _ => {
                let text = format!("`{}` can't have fields", expression.text);
                self.unreadable(line, text);
                None
            }
        };
        let mut bullets = bullet.children.as_slice();
        if let Some(head) = &head {
            // What comes before the first key is part of a description.
            let key = |bullet: &Bullet| match &bullet.content {
                Line::Field { key, .. } => Some(key.clone()),
                _ => None,
            };
            let first = bullets
                .iter()
                .position(|own| key(own).as_ref() == head.keys.first());
            if bullets.len() > head.total {
                bullets = bullets.get(first.unwrap_or(0)..).unwrap_or(bullets);
            }
            if bullets.len() != head.total {
                let text = format!(
                    "it has {} fields, and {} of them are here",
                    head.total,
                    bullets.len()
                );
                self.unreadable(line, text);
            }
        }
        // It is known before its fields are read: they can be of the same type.
        let id = self.add(line, name.as_deref(), Shape::Unsaid(Vec::new()));
        let keys = bullets.iter().filter_map(|bullet| match &bullet.content {
            Line::Field { key, .. } => Some(key.clone()),
            _ => None,
        });
        self.known.push(Known {
            part: self.part,
            name,
            keys: keys.collect(),
            id,
        });
        let mut fields = self.fields(bullets.iter());
        deprecate(&mut fields, &bullet.prose);
        self.out.facts.ty_mut(id).shape = Shape::Object(fields);
        match expression.only() {
            Some(term) => self.wrapped(line, term, id),
            None => id,
        }
    }

    /// The object of a term, within the term's arrays and maps.
    fn wrapped(&mut self, line: usize, term: &Term, mut id: TypeId) -> TypeId {
        if let Core::Map(Some(values)) = &term.core {
            if let Some(term) = values.only() {
                id = self.wrapped(line, term, id);
            }
            id = self.add(line, None, Shape::Map(Some(id)));
        }
        self.arrays(line, term.arrays, id)
    }

    fn arrays(&mut self, line: usize, arrays: usize, mut id: TypeId) -> TypeId {
        for _ in 0..arrays {
            id = self.add(line, None, Shape::Array(id));
        }
        id
    }

    /// The values or types that an expression lists or names.
    fn alternatives(
        &mut self,
        line: usize,
        expression: &Expression,
        children: &[Bullet],
    ) -> TypeId {
        let terms = |bullet: &Bullet| {
            let expression = bullet.content.expression();
            expression.map_or(1, |own| own.terms.len() + own.more)
        };
        let is_field = |bullet: &&Bullet| matches!(bullet.content, Line::Field { .. });
        let listed = expression.terms.len() + expression.more;
        let shown: usize = children
            .iter()
            .filter(|own| !is_field(own))
            .map(terms)
            .sum();
        let name = match expression.only().map(|term| &term.core) {
            Some(Core::Name(name)) => Some(name.as_str()),
            _ => None,
        };
        if name.is_none() && shown < listed {
            let text = format!("it lists {listed} values or types, and {shown} of them are here");
            self.unreadable(line, text);
        }
        let first_array = expression.terms.iter().position(|term| term.arrays > 0);
        let shows_array = children.iter().any(|child| {
            let terms = child.content.expression().map(|own| own.terms.as_slice());
            terms
                .and_then(<[_]>::first)
                .is_some_and(|term| term.arrays > 0)
        });
        let members = self.members(children);
        let arrays = first_array.map_or(0, |index| expression.terms[index].arrays);
        match first_array {
            Some(before) if !shows_array => {
                // All that follow `array of` are its items.
                let (outside, inside) = members.split_at(before.min(members.len()));
                let mut outside = outside.to_vec();
                if let Some(items) = self.joined(line, name, inside.to_vec()) {
                    outside.push(self.arrays(line, arrays, items));
                }
                self.joined(line, None, outside)
            }
            _ => self.joined(line, name, members),
        }
        .unwrap_or_else(|| self.unexpanded(line, expression))
    }

    /// An expression that nothing expands, here.
    fn unexpanded(&mut self, line: usize, expression: &Expression) -> TypeId {
        let values = expression.terms.iter().map(|term| match &term.core {
            Core::Literal(Literal::Text(text)) => Some(text),
            _ => None,
        });
        if let Some(values) = values.collect::<Option<Vec<_>>>() {
            let values = values.into_iter().map(|text| Value {
                text: text.clone(),
                at: self.at(line),
                former: false,
            });
            let values = values.collect();
            let id = self.add(line, None, Shape::Enum(values));
            let arrays = expression.terms.first().map_or(0, |term| term.arrays);
            return self.arrays(line, arrays, id);
        }
        if let Some(term) = expression.only() {
            return self.term(line, term);
        }
        if let Some(id) = self.readings.get(&expression.text) {
            return *id;
        }
        // `array of A or B` is `array of (A or B)`, or `(array of A) or B`.
        let Some(first) = expression.terms.iter().position(|term| term.arrays > 0) else {
            let members = expression.terms.iter().map(|term| self.term(line, term));
            let members = members.collect();
            let shape = self.union(members, expression.more);
            return self.add(line, None, shape);
        };
        let count = expression.terms.len();
        let mut readings = Vec::new();
        for end in (first + 1..=count).rev() {
            let before = expression.terms[..first].iter();
            let mut members: Vec<_> = before.map(|term| self.term(line, term)).collect();
            let mut items = Vec::new();
            for (index, term) in expression.terms[first..end].iter().enumerate() {
                let arrays = if index == 0 { 0 } else { term.arrays };
                let core = term.core.clone();
                items.push(self.term(line, &Term { arrays, core }));
            }
            let hidden = if end == count { expression.more } else { 0 };
            let items = match items.as_slice() {
                [only] if hidden == 0 => *only,
                _ => {
                    let shape = self.union(items, hidden);
                    self.add(line, None, shape)
                }
            };
            members.push(self.arrays(line, expression.terms[first].arrays, items));
            for term in &expression.terms[end..] {
                members.push(self.term(line, term));
            }
            let hidden = expression.more - hidden;
            readings.push(match members.as_slice() {
                [only] if hidden == 0 => *only,
                _ => {
                    let shape = self.union(members, hidden);
                    self.add(line, None, shape)
                }
            });
        }
        self.add(line, None, Shape::Either(readings))
    }

    fn term(&mut self, line: usize, term: &Term) -> TypeId {
        let id = match &term.core {
            Core::Unknown => self.add(line, None, Shape::Any),
            Core::Null => self.add(line, None, Shape::Null),
            Core::Boolean => self.add(line, None, Shape::Boolean),
            Core::Number => self.add(line, None, Shape::Number(Precision::Unsaid)),
            Core::Integer => self.add(line, None, Shape::Number(Precision::Integer)),
            Core::String => self.add(line, None, Shape::String(Said::Unsaid)),
            Core::Literal(Literal::Text(text)) => {
                let at = self.at(line);
                let value = Value {
                    text: text.clone(),
                    at,
                    former: false,
                };
                self.add(line, None, Shape::Enum(vec![value]))
            }
            Core::Literal(literal) => self.add(line, None, shape(literal)),
            Core::Map(values) => {
                let values = values.as_ref().map(|values| self.unexpanded(line, values));
                self.add(line, None, Shape::Map(values))
            }
            Core::Head(head) => self.use_of(line, head),
            Core::Name(name) => {
                let head = Head {
                    name: Some(name.clone()),
                    keys: Vec::new(),
                    total: 0,
                };
                self.use_of(line, &head)
            }
        };
        self.arrays(line, term.arrays, id)
    }

    /// The expansion that a use means.
    fn use_of(&mut self, line: usize, head: &Head) -> TypeId {
        if let Some(id) = self.lookup(head) {
            return id;
        }
        let name = head.name.as_deref();
        let id = self.add(line, name, Shape::Unsaid(head.keys.clone()));
        self.open.push((id, head.clone()));
        id
    }

    /// The latest expansion that fits, in this part of the page if there is one.
    fn lookup(&self, head: &Head) -> Option<TypeId> {
        if let (Some(name), true) = (&head.name, head.keys.is_empty()) {
            // What a name stands for need not be an object.
            if let Some(id) = self.readings.get(name) {
                return Some(*id);
            }
        }
        let mut fits = self.known.iter().rev().filter(|own| own.fits(head));
        let latest = fits.clone().next();
        let here = fits.find(|own| own.part == self.part);
        here.or(latest).map(|own| own.id)
    }

    /// Looks for what was used before it was expanded: the first expansion is the nearest.
    fn settle(&mut self) {
        for (id, head) in std::mem::take(&mut self.open) {
            if let Some(meant) = self.known.iter().find(|own| own.fits(&head)) {
                let shape = self.out.facts.ty(meant.id).shape.clone();
                self.out.facts.ty_mut(id).shape = shape;
            }
        }
    }
}

fn shape(literal: &Literal) -> Shape {
    match literal {
        Literal::Text(_) => Shape::String(Said::Unsaid),
        Literal::Number => Shape::Number(Precision::Unsaid),
        Literal::Boolean => Shape::Boolean,
    }
}

/// Marks the fields that the type's description calls deprecated: `field (type): what it is (deprecated, …)`.
fn deprecate(fields: &mut [Field], prose: &[String]) {
    for line in prose {
        let Some((subject, text)) = line.split_once(':') else {
            continue;
        };
        let name = subject.split(['(', ' ']).next().unwrap_or_default();
        if let Some(field) = fields.iter_mut().find(|field| field.key == name) {
            // The types may have colons of their own: what counts is the rest of the line.
            if is_deprecated(text) {
                field.deprecated = Some(true);
            }
        }
    }
}

/// Whether a description calls what it describes deprecated.
fn is_deprecated(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut sentences = text.split(['.', '!', '?', ';']).map(str::trim);
    sentences.any(|sentence| {
        let start = sentence.trim_start_matches(['*', '(', '[', '_', ' ', ':']);
        let start = start.strip_prefix("this field is ").unwrap_or(start);
        // "Deprecated tools are listed too" says nothing of the field.
        start.strip_prefix("deprecated").is_some_and(|rest| {
            let ways = [
                ":", ",", ")", "]", "*", " in ", " use ", " since ", " and ", " as of ",
            ];
            rest.is_empty() || ways.iter().any(|way| rest.starts_with(way))
        })
    }) || text.contains("(deprecated")
        || text.contains("[deprecated")
}
