//! Compares what a source says with the curated schema.
//!
//! It goes along the operations, from a response to its type, its fields and on, and not by names: equal names can
//! mean different types. Only what a source describes by itself is looked up by name.

use std::collections::{BTreeSet, HashSet};

use super::{
    describe::{describe, format, outline},
    endpoints::{counterpart, covers, same_path},
    facts::{
        Body, Details, Facts, Field, Location, Operation, Origin, Parameter, Precision, Said,
        Shape, TypeId, Union, Value,
    },
    findings::{Finding, Kind, NotCovered, Note, Seen},
    matching::Matching,
};

const EXPLAIN: &str = "or explain the difference in schema/explained.toml";

/// What came of a comparison.
#[derive(Clone, Debug, Default)]
pub(crate) struct Comparison {
    /// What the source says and the schema doesn't, or says differently.
    pub(crate) findings: Vec<Finding>,
    /// What the schema has beyond the source.
    pub(crate) notes: BTreeSet<Note>,
    /// What the schema doesn't cover.
    pub(crate) not_covered: Vec<NotCovered>,
    /// What was compared.
    pub(crate) seen: Seen,
}

impl Comparison {
    /// Adds a finding, or another place of one that is there.
    pub(crate) fn add(&mut self, finding: Finding) {
        match self.findings.iter_mut().find(|own| own.is_same(&finding)) {
            Some(own) => own.origins.extend(finding.origins),
            None => self.findings.push(finding),
        }
    }

    /// Adds what came of comparing another document of the source.
    pub(crate) fn extend(&mut self, other: Self) {
        for finding in other.findings {
            self.add(finding);
        }
        self.notes.extend(other.notes);
        for own in other.not_covered {
            self.not_covered(own.name, &own.source);
        }
        self.seen.extend(other.seen);
    }

    fn not_covered(&mut self, name: String, source: &Origin) {
        if !self.not_covered.iter().any(|own| own.name == name) {
            let source = source.clone();
            self.not_covered.push(NotCovered { name, source });
        }
    }
}

/// Compares.
pub(crate) fn compare(said: &Facts, ours: &Facts) -> Comparison {
    let mut diff = Diff {
        said,
        ours,
        matching: Matching { said, ours },
        out: Comparison::default(),
        pairs: HashSet::new(),
        compared: HashSet::new(),
        is_sent: false,
    };
    for operation in &said.operations {
        diff.operation(operation);
    }
    for id in &said.named {
        diff.named(*id);
    }
    diff.out
}

struct Diff<'a> {
    said: &'a Facts,
    ours: &'a Facts,
    matching: Matching<'a>,
    out: Comparison,
    /// What has been compared with what: types can hold themselves.
    pairs: HashSet<(TypeId, TypeId, bool)>,
    compared: HashSet<TypeId>,
    /// Whether it is part of a request.
    is_sent: bool,
}

/// Where the comparison has got to.
#[derive(Clone)]
struct Way {
    group: String,
    path: String,
}

impl Way {
    fn new(group: impl Into<String>) -> Self {
        Self {
            group: group.into(),
            path: String::new(),
        }
    }

    fn field(&self, key: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            group: self.group.clone(),
            path: format!("{}{dot}{key}", self.path),
        }
    }

    fn items(&self) -> Self {
        Self {
            group: self.group.clone(),
            path: format!("{}[]", self.path),
        }
    }
}

impl Diff<'_> {
    fn find(
        &mut self,
        kind: Kind,
        way: &Way,
        (origin, schema): (&Origin, Origin),
        difference: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.find_named(kind, None, way, (origin, schema), difference, remedy);
    }

    fn find_named(
        &mut self,
        kind: Kind,
        name: Option<&str>,
        way: &Way,
        (origin, schema): (&Origin, Origin),
        difference: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.out.add(Finding {
            kind,
            group: way.group.clone(),
            path: way.path.clone(),
            origins: BTreeSet::from([origin.clone()]),
            schema: Some(schema),
            name: name.map(str::to_owned),
            difference: difference.into(),
            remedy: remedy.into(),
        });
    }

    fn note(&mut self, schema: &Origin, text: impl Into<String>) {
        self.out.notes.insert(Note {
            schema: schema.clone(),
            text: text.into(),
        });
    }

    fn operation(&mut self, said: &Operation) {
        let Some(ours) = counterpart(self.ours, said) else {
            self.no_operation(said);
            return;
        };
        self.out.seen.operations.insert(ours.at.clone());
        let way = Way::new(&said.name);
        if !same_path(&said.path, &ours.path) {
            self.find(
                Kind::Operation,
                &way,
                (&said.at, ours.at.at("path")),
                format!(
                    "documented path `{}`, the schema's is `{}`",
                    said.path, ours.path
                ),
                format!("say the documented path, {EXPLAIN}"),
            );
        }
        if let (Some(said), Some(own)) = (&said.details, &ours.details) {
            self.is_sent = true;
            self.details(said, own, &ours.at.at("parameters"), &way);
        }
        if let Some(details) = &said.details {
            self.bodies(said, details, ours, &way);
        }
    }

    fn no_operation(&mut self, said: &Operation) {
        let name = format!("{} {}", said.method, said.path);
        if !covers(self.ours, &said.path) {
            self.out.not_covered(name, &said.at);
            if let Some(details) = &said.details {
                let bodies = details.body.iter().chain(&details.response);
                let parameters = details.parameters.iter().map(|own| own.field.ty);
                let roots = parameters.chain(bodies.map(|body| body.ty)).collect();
                self.list(roots);
            }
            return;
        }
        let schema = Origin::pointer("schema/operations.json", "/x-letta-operations");
        let own = said.name.split_whitespace().collect::<String>();
        self.find_named(
            Kind::Operation,
            Some(&name),
            &Way::new(&said.name),
            (&said.at, schema.at(if own.is_empty() { "-" } else { &own })),
            format!("the schema has no operation `{name}`"),
            format!("add it to `x-letta-operations`, {EXPLAIN}"),
        );
    }

    /// Lists the named types that the schema doesn't have.
    fn list(&mut self, mut open: Vec<TypeId>) {
        let mut met = HashSet::new();
        while let Some(id) = open.pop() {
            if !met.insert(id) {
                continue;
            }
            let ty = self.said.ty(id);
            if let Some(name) = ty.names.first() {
                if self.matching.candidates(&ty.names).is_empty() {
                    self.out.not_covered(name.clone(), &ty.at);
                }
            }
            match &ty.shape {
                Shape::Array(items) | Shape::Map(Some(items)) => open.push(*items),
                Shape::Object(fields) => open.extend(fields.iter().rev().map(|field| field.ty)),
                Shape::Union(union) => open.extend(union.members.iter().rev()),
                Shape::Either(readings) => open.extend(readings),
                _ => {}
            }
        }
    }

    /// A type that the source describes by itself.
    fn named(&mut self, id: TypeId) {
        if self.compared.contains(&id) {
            return;
        }
        let ty = self.said.ty(id);
        let best = self
            .matching
            .candidates(&ty.names)
            .into_iter()
            .map(|ours| (self.matching.score(id, ours, 0), ours))
            .max_by_key(|(score, _)| *score);
        match best {
            Some((score, ours)) if score > 0 => {
                let way = Way::new(ty.names.first().map_or("", String::as_str));
                let place = self.ours.ty(ours).at.clone();
                self.ty(id, ours, &way, (&ty.at, &place));
            }
            Some((_, ours)) => {
                let name = ty.names.first().cloned().unwrap_or_default();
                let at = self.ours.ty(ours).at.clone();
                let text = format!("`{name}` at {} is another type of that name", ty.at);
                self.note(&at, text);
                self.list(vec![id]);
                self.out.not_covered(name, &ty.at);
            }
            None => self.list(vec![id]),
        }
    }

    fn details(&mut self, said: &Details, ours: &Details, schema: &Origin, way: &Way) {
        let path = |details: &Details| -> Vec<usize> {
            let all = details.parameters.iter().enumerate();
            all.filter(|(_, own)| own.location == Location::Path)
                .map(|(index, _)| index)
                .collect()
        };
        let (said_path, our_path) = (path(said), path(ours));
        let mut left: Vec<&Parameter> = ours.parameters.iter().collect();
        for (index, parameter) in said.parameters.iter().enumerate() {
            let by_position = said_path.iter().position(|own| *own == index);
            let own = ours
                .parameters
                .iter()
                .find(|own| is_same_parameter(own, parameter))
                .or_else(|| {
                    let index = our_path.get(by_position?)?;
                    ours.parameters.get(*index)
                });
            let Some(own) = own else {
                self.no_parameter(parameter, (said, ours), schema, way);
                continue;
            };
            left.retain(|other| other.field.at != own.field.at);
            self.out.seen.parameters.insert(own.field.at.clone());
            let way = way.field(&parameter.field.key);
            if !is_same_parameter(own, parameter) {
                self.find_named(
                    Kind::Parameter,
                    Some(&parameter.field.key),
                    &way,
                    (&parameter.field.at, own.field.at.at("name")),
                    format!(
                        "documented as `{}`, the schema calls it `{}`",
                        parameter.field.key, own.field.key
                    ),
                    "rename it, in the path as well",
                );
            }
            self.field(&parameter.field, &own.field, &way);
        }
        for own in left {
            self.note(
                &own.field.at,
                format!("parameter `{}` isn't in the document", own.field.key),
            );
        }
    }

    fn no_parameter(
        &mut self,
        said: &Parameter,
        (all, ours): (&Details, &Details),
        schema: &Origin,
        way: &Way,
    ) {
        let key = &said.field.key;
        let (difference, hint, at) = if let Some(own) = ours
            .parameters
            .iter()
            .find(|own| own.field.key.eq_ignore_ascii_case(key))
        {
            let difference = format!(
                "parameter `{key}` is documented in the {}, and in the {} in the schema",
                said.location, own.location
            );
            (
                difference,
                "say the documented place".to_owned(),
                own.field.at.clone(),
            )
        } else {
            // What only one of both has, in one place of the request, may be one under two names.
            let mut renamed = ours.parameters.iter().filter(|own| {
                own.location == said.location
                    && !all
                        .parameters
                        .iter()
                        .any(|other| is_same_parameter(own, other))
                    && self.matching.score(said.field.ty, own.field.ty, 0) > 0
            });
            let hint = match (renamed.next(), renamed.next()) {
                (Some(own), None) => format!(
                    "rename `{}` if that is it, or add it to `parameters`",
                    own.field.key
                ),
                _ => "add it to `parameters`".to_owned(),
            };
            let difference = format!("the schema has no {} parameter `{key}`", said.location);
            (difference, hint, schema.at("-"))
        };
        self.find_named(
            Kind::Parameter,
            Some(key),
            &way.field(key),
            (&said.field.at, at),
            difference,
            format!("{hint}, {EXPLAIN}"),
        );
    }

    fn bodies(&mut self, operation: &Operation, said: &Details, ours: &Operation, way: &Way) {
        let details = ours.details.as_ref();
        let pairs = [
            (
                Kind::Body,
                "requestBody",
                "request body",
                &said.body,
                details.and_then(|details| details.body.as_ref()),
            ),
            (
                Kind::Response,
                "response",
                "response",
                &said.response,
                details.and_then(|details| details.response.as_ref()),
            ),
        ];
        for (kind, key, word, said, own) in pairs {
            self.is_sent = kind == Kind::Body;
            match (said, own) {
                (Some(said), Some(own)) => self.body(said, own, way),
                (Some(said), None) => self.find(
                    kind,
                    way,
                    (&said.at, ours.at.at(key)),
                    format!("the schema has no {word}"),
                    format!("add it as `{key}`, {EXPLAIN}"),
                ),
                (None, Some(own)) => self.find(
                    kind,
                    way,
                    (&operation.at, own.at.clone()),
                    format!("documented without a {word}"),
                    format!("drop it, {EXPLAIN}"),
                ),
                (None, None) => {}
            }
        }
    }

    fn body(&mut self, said: &Body, ours: &Body, way: &Way) {
        let (mut own, mut way) = (ours.ty, way.clone());
        if let Shape::Array(items) = &self.ours.ty(own).shape {
            if said.or_array && !matches!(self.said.ty(said.ty).shape, Shape::Array(_)) {
                own = *items;
                way = way.items();
            }
        }
        self.nullable(said.nullable, ours.nullable, (&said.at, &ours.at), &way);
        self.ty(said.ty, own, &way, (&said.at, &ours.at));
    }

    fn nullable(
        &mut self,
        said: Option<bool>,
        ours: Option<bool>,
        (origin, schema): (&Origin, &Origin),
        way: &Way,
    ) {
        let (difference, remedy) = match (said, ours) {
            (Some(true), Some(false)) => ("null is documented", "let null in"),
            (Some(false), Some(true)) => (
                "documented as never null",
                "say `x-letta-not-null` if it is optional",
            ),
            _ => return,
        };
        let at = (origin, schema.clone());
        self.find(
            Kind::Nullable,
            way,
            at,
            difference,
            format!("{remedy}, {EXPLAIN}"),
        );
    }

    fn field(&mut self, said: &Field, ours: &Field, way: &Way) {
        let at = (&said.at, &ours.at);
        if ours.undocumented {
            self.find(
                Kind::Undocumented,
                way,
                (&said.at, ours.at.at("x-letta-undocumented")),
                "documented, and the schema says that it isn't",
                "drop `x-letta-undocumented`",
            );
        }
        let difference = match (said.required, ours.required) {
            // What can be null is optional here: it reads the same. But it isn't sent when there is none.
            (Some(true), Some(false))
                if !ours.tag && (self.is_sent || said.nullable != Some(true)) =>
            {
                Some((
                    "documented as required, optional in the schema",
                    "add it to `required` if all servers send it",
                ))
            }
            (Some(false), Some(true)) => Some((
                "documented as optional, required by the schema",
                "take it out of `required` and let null in",
            )),
            _ => None,
        };
        if let Some((difference, remedy)) = difference {
            let at = (&said.at, ours.at.clone());
            self.find(
                Kind::Required,
                way,
                at,
                difference,
                format!("{remedy}, {EXPLAIN}"),
            );
        }
        // What isn't required is said to be null here, unless it is known better.
        if !ours.tag && (said.required != Some(true) || ours.required != Some(false)) {
            self.nullable(said.nullable, ours.nullable, at, way);
        }
        let difference = match (said.deprecated, ours.deprecated) {
            (Some(true), Some(false)) => Some((
                "documented as deprecated",
                "say `deprecated` and `x-letta-instead`",
            )),
            (Some(false), Some(true)) => Some((
                "deprecated in the schema alone",
                "drop `deprecated` and `x-letta-instead`",
            )),
            _ => None,
        };
        if let Some((difference, remedy)) = difference {
            let at = (&said.at, ours.at.clone());
            self.find(
                Kind::Deprecated,
                way,
                at,
                difference,
                format!("{remedy}, {EXPLAIN}"),
            );
        }
        for (kind, key, theirs, own) in [
            (Kind::Default, "default", &said.default, &ours.default),
            (Kind::Bounds, "minimum", &said.minimum, &ours.minimum),
            (Kind::Bounds, "maximum", &said.maximum, &ours.maximum),
        ] {
            let (difference, remedy) = match (theirs, own) {
                (Said::Yes(theirs), Said::Yes(own)) if theirs != own => (
                    format!("documented {key} {theirs}, the schema says {own}"),
                    "say the documented one".to_owned(),
                ),
                (Said::Yes(theirs), Said::No) => {
                    (format!("documented {key} {theirs}"), format!("say `{key}`"))
                }
                (Said::No, Said::Yes(own)) => (
                    format!("{key} {own} in the schema alone"),
                    format!("drop `{key}`"),
                ),
                _ => continue,
            };
            let at = (&said.at, ours.at.at(key));
            self.find(kind, way, at, difference, format!("{remedy}, {EXPLAIN}"));
        }
        self.ty(said.ty, ours.ty, way, (&said.at, &ours.at));
    }

    /// The places are those where the types are used: they may be described elsewhere.
    fn ty(&mut self, said: TypeId, ours: TypeId, way: &Way, (origin, place): (&Origin, &Origin)) {
        if !self.pairs.insert((said, ours, self.is_sent)) {
            return;
        }
        self.compared.insert(said);
        let (theirs, own) = (self.said.ty(said), self.ours.ty(ours));
        let way = match (theirs.names.first(), own.names.first()) {
            (Some(name), Some(other)) if !own.names.contains(name) => {
                &Way::new(format!("{name} (`{other}`)"))
            }
            (Some(name), _) => &Way::new(name),
            // The name is lost where a response shows the fields of its only type.
            (None, Some(name))
                if way.path.trim_matches(['[', ']']).is_empty()
                    && matches!(theirs.shape, Shape::Object(_)) =>
            {
                &Way::new(name)
            }
            (None, _) => way,
        };
        if !own.names.is_empty() {
            self.out.seen.types.insert(own.at.clone());
            if let Some(name) = theirs.names.first() {
                if self.matching.candidates(&theirs.names).is_empty() {
                    let text = format!("documented as `{name}`, which no definition is called");
                    self.note(&own.at.at("x-letta-names"), text);
                }
            }
        }
        match (&theirs.shape, &own.shape) {
            (Shape::Either(readings), _) => {
                let best = readings
                    .iter()
                    .max_by_key(|id| self.matching.score(**id, ours, 0));
                if let Some(best) = best {
                    self.ty(*best, ours, way, (origin, place));
                }
            }
            (Shape::Union(one), _) if one.members.len() == 1 && one.hidden == 0 => {
                if let Shape::Union(union) = &own.shape {
                    self.told_apart(one, union, (origin, &own.at), way);
                }
                self.ty(one.members[0], ours, way, (origin, place));
            }
            (Shape::Union(theirs), Shape::Union(union)) => {
                self.union(theirs, union, (origin, &own.at), way);
            }
            (_, Shape::Union(one)) if one.members.len() == 1 => {
                self.out.seen.members.insert(own.at.at("anyOf").at("0"));
                self.ty(said, one.members[0], way, (origin, place));
            }
            (Shape::Unsaid(keys), Shape::Object(fields)) => {
                self.keys(keys, fields, (origin, &own.at), way);
            }
            (Shape::Unsaid(_), _)
            | (Shape::Any, Shape::Any)
            | (Shape::Null, Shape::Null)
            | (Shape::Boolean, Shape::Boolean)
            | (Shape::Number(Precision::Unsaid), Shape::Number(_))
            | (Shape::Number(Precision::Integer), Shape::Number(Precision::Integer))
            | (Shape::Number(Precision::Float), Shape::Number(Precision::Float))
            | (Shape::Map(_), Shape::Map(None)) => {}
            (Shape::Map(Some(theirs)), Shape::Map(Some(own))) => {
                self.ty(*theirs, *own, &way.items(), (origin, place));
            }
            (Shape::String(theirs), Shape::String(own_format)) => {
                if theirs != own_format && *theirs != Said::Unsaid {
                    self.find(
                        Kind::Format,
                        way,
                        (origin, place.clone()),
                        format!(
                            "documented as {}, in the schema {}",
                            format(theirs),
                            format(own_format)
                        ),
                        format!("give it the type of that format, {EXPLAIN}"),
                    );
                }
            }
            (Shape::Enum(theirs), Shape::Enum(values)) => {
                self.values(theirs, values, (origin, &own.at), way);
            }
            (Shape::Array(theirs), Shape::Array(items)) => {
                self.ty(*theirs, *items, &way.items(), (origin, &place.at("items")));
            }
            (Shape::Object(theirs), Shape::Object(fields)) => {
                self.fields(theirs, fields, (origin, &own.at), way);
            }
            (_, Shape::Union(union)) => self.one_of(said, ours, union, way, (origin, place)),
            (_, Shape::Any) => self.wider(said, ours, (origin, &own.at), way),
            _ => self.other_type(said, ours, (origin, place), way),
        }
    }

    /// What isn't a union in the source, and is one in the schema.
    fn one_of(
        &mut self,
        said: TypeId,
        ours: TypeId,
        union: &Union,
        way: &Way,
        (origin, place): (&Origin, &Origin),
    ) {
        let Some((index, arm)) = self.matching.arm(said, union) else {
            self.other_type(said, ours, (origin, place), way);
            return;
        };
        let at = self.ours.ty(ours).at.clone();
        self.out.seen.members.insert(member(&at, index));
        // A union of objects that has one member shows as that: the rest is what the source doesn't have.
        let is_object = matches!(self.said.ty(said).shape, Shape::Object(_));
        if is_object && union.tag != Said::No {
            self.absent(union, &at, &BTreeSet::from([index]));
        } else {
            self.wider(said, ours, (origin, place), way);
        }
        self.ty(said, arm, way, (origin, place));
    }

    /// Notes the arms that a source doesn't have.
    fn absent(&mut self, union: &Union, at: &Origin, met: &BTreeSet<usize>) {
        for (index, arm) in union.members.iter().enumerate() {
            if !met.contains(&index) {
                let name = describe(self.ours, *arm);
                let text = format!("member {name} isn't in the document");
                self.note(&member(at, index), text);
            }
        }
    }

    fn wider(&mut self, said: TypeId, ours: TypeId, at: (&Origin, &Origin), way: &Way) {
        self.find(
            Kind::Wider,
            way,
            (at.0, at.1.clone()),
            format!(
                "documented as {}, the schema allows more: {}",
                describe(self.said, said),
                describe(self.ours, ours)
            ),
            "explain in schema/explained.toml who sends the rest, or give it the documented type",
        );
    }

    fn other_type(&mut self, said: TypeId, ours: TypeId, at: (&Origin, &Origin), way: &Way) {
        let (theirs, own) = (describe(self.said, said), describe(self.ours, ours));
        self.find(
            Kind::Type,
            way,
            (at.0, at.1.clone()),
            if theirs == own {
                let (theirs, own) = (outline(self.said, said), outline(self.ours, ours));
                format!("documented as {theirs}, in the schema {own}")
            } else {
                format!("documented as {theirs}, in the schema {own}")
            },
            format!("give it the documented type, {EXPLAIN}"),
        );
    }

    fn values(&mut self, said: &[Value], ours: &[Value], at: (&Origin, &Origin), way: &Way) {
        for value in said {
            if let Some(own) = ours.iter().find(|own| own.text == value.text) {
                self.out.seen.values.insert(own.at.clone());
                continue;
            }
            let tag = matches!(ours, [only] if only.at == *at.1);
            let (at, remedy) = if tag || ours.iter().any(|own| own.former) {
                (at.1.at("const"), "correct the tag")
            } else {
                (
                    at.1.at("enum").at("-"),
                    "add it to `enum` and `x-letta-values`",
                )
            };
            self.find_named(
                Kind::Value,
                Some(&value.text),
                way,
                (&value.at, at),
                format!("the schema has no value \"{}\"", value.text),
                format!("{remedy}, {EXPLAIN}"),
            );
        }
        for own in ours {
            if !own.former && !said.iter().any(|value| value.text == own.text) {
                self.note(
                    &own.at,
                    format!("value \"{}\" isn't in the document", own.text),
                );
            }
        }
    }

    fn fields(&mut self, said: &[Field], ours: &[Field], at: (&Origin, &Origin), way: &Way) {
        for field in said {
            match ours.iter().find(|own| own.key == field.key) {
                Some(own) => {
                    self.out.seen.fields.insert(own.at.clone());
                    self.field(field, own, &way.field(&field.key));
                }
                None => self.no_field(&field.key, (&field.at, at.1), way),
            }
        }
        for own in ours {
            if !own.undocumented && !said.iter().any(|field| field.key == own.key) {
                self.note(
                    &own.at,
                    format!("field `{}` isn't in the document", own.key),
                );
            }
        }
    }

    /// The fields of a type of which a source shows the first keys and no more.
    fn keys(&mut self, said: &[String], ours: &[Field], at: (&Origin, &Origin), way: &Way) {
        for key in said {
            match ours.iter().find(|own| own.key == *key) {
                Some(own) => {
                    self.out.seen.fields.insert(own.at.clone());
                }
                None => self.no_field(key, at, way),
            }
        }
    }

    fn no_field(&mut self, key: &str, (origin, schema): (&Origin, &Origin), way: &Way) {
        self.find_named(
            Kind::Field,
            Some(key),
            &way.field(key),
            (origin, schema.at("properties").at(key)),
            format!("the schema has no field `{key}`"),
            format!("add it to `properties`, {EXPLAIN}"),
        );
    }

    fn union(&mut self, said: &Union, ours: &Union, at: (&Origin, &Origin), way: &Way) {
        self.told_apart(said, ours, at, way);
        let mut met = BTreeSet::new();
        let arms = self.matching.arms(&said.members, ours);
        for (theirs, arm) in said.members.iter().zip(arms) {
            let Some((index, arm)) = arm else {
                let ty = self.said.ty(*theirs);
                let name = describe(self.said, *theirs);
                self.find_named(
                    Kind::Member,
                    Some(name.trim_matches('`')),
                    way,
                    (&ty.at, at.1.at("anyOf").at("-")),
                    format!("the schema has no member that is {name}"),
                    format!("define it and add it to `anyOf`, {EXPLAIN}"),
                );
                continue;
            };
            met.insert(index);
            self.out.seen.members.insert(member(at.1, index));
            let place = member(at.1, index);
            self.ty(*theirs, arm, way, (&self.said.ty(*theirs).at, &place));
        }
        if said.hidden == 0 {
            self.absent(ours, at.1, &met);
        }
    }

    /// The tag, and what its values mean.
    fn told_apart(&mut self, said: &Union, ours: &Union, at: (&Origin, &Origin), way: &Way) {
        if let (Said::Yes(theirs), own) = (&said.tag, &ours.tag) {
            if *own != Said::Yes(theirs.clone()) {
                self.find(
                    Kind::Discriminator,
                    way,
                    (at.0, at.1.at("x-letta-tag")),
                    format!("documented discriminator `{theirs}`"),
                    format!("say it as `x-letta-tag`, {EXPLAIN}"),
                );
            }
        }
        for theirs in &said.mapping {
            let own = self.matching.arm_of_tag(&theirs.text, ours);
            let arm = self.matching.arm(theirs.ty, ours);
            let name = describe(self.said, theirs.ty);
            let (place, difference) = match (own, arm) {
                (Some(own), Some(arm)) if own == arm => continue,
                // It has been found as a member that the schema lacks.
                (None, None) if said.members.contains(&theirs.ty) => continue,
                (Some((index, own)), _) => (
                    member(at.1, index),
                    format!(
                        "documented tag \"{}\" means {name}, in the schema {}",
                        theirs.text,
                        describe(self.ours, own)
                    ),
                ),
                (None, _) => (
                    at.1.at("anyOf"),
                    format!(
                        "documented tag \"{}\" means {name}, in the schema nothing",
                        theirs.text
                    ),
                ),
            };
            self.find_named(
                Kind::Discriminator,
                Some(&theirs.text),
                way,
                (&theirs.at, place),
                difference,
                format!("correct the tag of the member, {EXPLAIN}"),
            );
        }
    }
}

fn member(union: &Origin, index: usize) -> Origin {
    union.at("anyOf").at(&index.to_string())
}

fn is_same_parameter(one: &Parameter, other: &Parameter) -> bool {
    one.location == other.location
        && if one.location == Location::Header {
            one.field.key.eq_ignore_ascii_case(&other.field.key)
        } else {
            one.field.key == other.field.key
        }
}
