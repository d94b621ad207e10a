//! What was found, and how it is told.

use std::{collections::BTreeSet, fmt};

use serde::{Deserialize, Serialize, Serializer};

use super::facts::{Origin, Spot};

/// Something that a source says and the curated schema doesn't, or says differently.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub(crate) struct Finding {
    /// What kind of difference it is.
    pub(crate) kind: Kind,
    /// The type or the operation that it belongs to, as the source calls it.
    pub(crate) group: String,
    /// The way from there to what differs, such as `messages[].role`; empty for the type itself.
    pub(crate) path: String,
    /// Where the source says it.
    #[serde(rename = "source")]
    pub(crate) origins: BTreeSet<Origin>,
    /// Where in the schema it belongs, if it belongs there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schema: Option<Origin>,
    /// The name of what differs, if it has one of its own: a field, a value, a member, a parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    /// Whether the schema lacks what has the name, and not only calls or places it otherwise.
    #[serde(skip)]
    pub(crate) is_missing: bool,
    /// What differs.
    pub(crate) difference: String,
    /// What to do.
    pub(crate) remedy: String,
}

impl Finding {
    /// Whether it is the same difference, found in another place of a source.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.schema == other.schema
            && self.name == other.name
            && self.difference == other.difference
    }

    /// Adds it to others, or its places to the one that is the same.
    pub(crate) fn add_to(self, others: &mut Vec<Self>) {
        match others.iter_mut().find(|own| own.is_same(&self)) {
            Some(own) => own.origins.extend(self.origins),
            None => others.push(self),
        }
    }
}

/// The kinds of differences.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// An operation that the schema lacks, or has under another path.
    Operation,
    /// A parameter that the schema lacks, or has under another name.
    Parameter,
    /// A request body that only one of both has.
    Body,
    /// A response that only one of both has.
    Response,
    /// A field that the schema lacks.
    Field,
    /// A value of an enum, or a tag, that the schema lacks.
    Value,
    /// A member of a union that the schema lacks.
    Member,
    /// A type that isn't the schema's.
    Type,
    /// A type that is part of what the schema allows.
    Wider,
    /// A field that one requires and the other doesn't.
    Required,
    /// A field that is null in one and never in the other.
    Nullable,
    /// A format of text that the schema lacks.
    Format,
    /// Another default.
    Default,
    /// Other bounds.
    Bounds,
    /// A deprecation that only one knows.
    Deprecated,
    /// A union whose members are told apart by another key, or by other values of it.
    Discriminator,
    /// Something that the schema takes for undocumented.
    Undocumented,
    /// An example payload that the types don't hold.
    Example,
    /// Something that the source doesn't say in full, or not readably.
    Unreadable,
    /// An explained difference that isn't one any more.
    Explanation,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Place<'a> {
            file: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            line: Option<usize>,
            #[serde(skip_serializing_if = "Option::is_none")]
            pointer: Option<&'a str>,
        }
        let (line, pointer) = match &self.spot {
            Spot::Line(line) => (Some(*line), None),
            Spot::Pointer(pointer) => (None, Some(pointer.as_str())),
        };
        let file = &self.file;
        let place = Place {
            file,
            line,
            pointer,
        };
        place.serialize(serializer)
    }
}

/// Something that may be known: the schema has more than a source says.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(crate) struct Note {
    /// Where in the schema.
    pub(crate) schema: Origin,
    /// What is to be known.
    pub(crate) text: String,
}

/// A type or an endpoint of a resource that the schema doesn't cover.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(crate) struct NotCovered {
    /// Its name, or method and path.
    pub(crate) name: String,
    /// Where the source has it.
    pub(crate) source: Origin,
}

/// What of the schema was compared, by place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) operations: BTreeSet<Origin>,
    pub(crate) parameters: BTreeSet<Origin>,
    pub(crate) types: BTreeSet<Origin>,
    pub(crate) fields: BTreeSet<Origin>,
    pub(crate) values: BTreeSet<Origin>,
    pub(crate) members: BTreeSet<Origin>,
}

impl Seen {
    /// Adds what another comparison saw.
    pub(crate) fn extend(&mut self, other: Self) {
        self.operations.extend(other.operations);
        self.parameters.extend(other.parameters);
        self.types.extend(other.types);
        self.fields.extend(other.fields);
        self.values.extend(other.values);
        self.members.extend(other.members);
    }
}
