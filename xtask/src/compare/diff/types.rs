//! Types, and the values of enums.

use super::{Diff, EXPLAIN, Name, Way};
use crate::compare::{
    describe::{describe, format, outline},
    facts::{Origin, Precision, Said, Shape, TypeId, Value},
    findings::Kind,
};

impl Diff<'_> {
    /// The places are those where the types are used: they may be described elsewhere.
    pub(super) fn ty(
        &mut self,
        said: TypeId,
        ours: TypeId,
        way: &Way,
        (origin, place): (&Origin, &Origin),
    ) {
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
            | (Shape::Boolean, Shape::Boolean)
            | (Shape::Number(Precision::Unsaid), Shape::Number(_))
            | (Shape::Number(Precision::Integer), Shape::Number(Precision::Integer))
            | (Shape::Number(Precision::Float), Shape::Number(Precision::Float))
            | (Shape::Map(_), Shape::Map(None)) => {}
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

    pub(super) fn wider(&mut self, said: TypeId, ours: TypeId, at: (&Origin, &Origin), way: &Way) {
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

    pub(super) fn other_type(
        &mut self,
        said: TypeId,
        ours: TypeId,
        at: (&Origin, &Origin),
        way: &Way,
    ) {
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
                Name::Missing(&value.text),
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
}
