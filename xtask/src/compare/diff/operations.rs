//! Operations, their parameters, bodies and responses.

use std::collections::HashSet;

use super::{Diff, EXPLAIN, Name, Way};
use crate::compare::{
    endpoints::{counterpart, covers, same_path},
    facts::{Body, Details, Location, Operation, Origin, Parameter, Shape, TypeId},
    findings::Kind,
};

impl Diff<'_> {
    pub(super) fn operation(&mut self, said: &Operation) {
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
            Name::Missing(&name),
            &Way::new(&said.name),
            (&said.at, schema.at(if own.is_empty() { "-" } else { &own })),
            format!("the schema has no operation `{name}`"),
            format!("add it to `x-letta-operations`, {EXPLAIN}"),
        );
    }

    /// Lists the named types that the schema doesn't have.
    pub(super) fn list(&mut self, mut open: Vec<TypeId>) {
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
                    Name::Known(&parameter.field.key),
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
        let is_alike = |own: &&Parameter| own.field.key.eq_ignore_ascii_case(key);
        let mut alike = ours.parameters.iter().filter(is_alike);
        let here = alike.clone().find(|own| own.location == said.location);
        let (name, difference, hint, at) = if let Some(own) = here {
            (
                Name::Known(key),
                format!(
                    "parameter `{key}`: the schema spells it `{}`",
                    own.field.key
                ),
                "spell it as documented".to_owned(),
                own.field.at.at("name"),
            )
        } else if let Some(own) = alike.next() {
            (
                Name::Known(key),
                format!(
                    "parameter `{key}` is documented in the {}, and in the {} in the schema",
                    said.location, own.location
                ),
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
            (
                Name::Missing(key),
                format!("the schema has no {} parameter `{key}`", said.location),
                hint,
                schema.at("-"),
            )
        };
        self.find_named(
            Kind::Parameter,
            name,
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
}

fn is_same_parameter(one: &Parameter, other: &Parameter) -> bool {
    one.location == other.location
        && if one.location == Location::Header {
            one.field.key.eq_ignore_ascii_case(&other.field.key)
        } else {
            one.field.key == other.field.key
        }
}
