//! Fields: whether both have them, and what is said of them.

use super::{Diff, EXPLAIN, Name, Way};
use crate::compare::{
    facts::{Field, Origin, Said},
    findings::Kind,
};

impl Diff<'_> {
    pub(super) fn field(&mut self, said: &Field, ours: &Field, way: &Way) {
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

    pub(super) fn nullable(
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

    pub(super) fn fields(
        &mut self,
        said: &[Field],
        ours: &[Field],
        at: (&Origin, &Origin),
        way: &Way,
    ) {
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
    pub(super) fn keys(
        &mut self,
        said: &[String],
        ours: &[Field],
        at: (&Origin, &Origin),
        way: &Way,
    ) {
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
            Name::Missing(key),
            &way.field(key),
            (origin, schema.at("properties").at(key)),
            format!("the schema has no field `{key}`"),
            format!("add it to `properties`, {EXPLAIN}"),
        );
    }
}
