//! The curated schema as it was written: definitions with all that the dialect lets them say.

use crate::{json::Json, problem::Place};

/// All schema files.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The files in the order they were given.
    pub files: Vec<File>,
}

impl Schema {
    /// All definitions, in order.
    pub fn defs(&self) -> impl Iterator<Item = &Def> {
        self.files.iter().flat_map(|file| &file.defs)
    }

    /// The definition of that name.
    #[must_use]
    pub fn def(&self, name: &str) -> Option<&Def> {
        self.defs().find(|def| def.name == name)
    }
}

/// A schema file: a resource, and so a module.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, such as `steps.json`.
    pub name: String,
    /// The module's name.
    pub module: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// Its definitions.
    pub defs: Vec<Def>,
    /// The definitions as they were written.
    pub json: Vec<(String, Json)>,
}

/// A definition: a type.
#[derive(Clone, Debug)]
pub struct Def {
    /// Its name, in Pascal case, unique over all files.
    pub name: String,
    /// Where it was written.
    pub place: Place,
    /// What it is.
    pub description: String,
    /// Where it is documented.
    pub source: String,
    /// Documented names other than its own.
    pub names: Vec<String>,
    /// Whether it is read by itself, and so needs nothing that refers to it.
    pub root: bool,
    /// What kind of type it is.
    pub kind: DefKind,
}

/// The kinds of definitions.
#[derive(Clone, Debug)]
pub enum DefKind {
    /// An object.
    Object(ObjectDef),
    /// One of several types.
    Union(UnionDef),
    /// Text, of which some values are known: each with its description.
    Enum(Vec<(String, String)>),
    /// An identifier, with the prefix that the server gives it.
    Id {
        /// The prefix without its dash; empty when there is none.
        prefix: String,
    },
    /// An instant.
    Timestamp,
}

/// An object.
#[derive(Clone, Debug)]
pub struct ObjectDef {
    /// Its fields in documented order, the tag not among them.
    pub fields: Vec<Field>,
    /// Its tag.
    pub tag: Option<Tag>,
}

/// The tag of an object.
#[derive(Clone, Debug)]
pub struct Tag {
    /// The key.
    pub key: String,
    /// The text that it has.
    pub text: String,
    /// Texts that it had.
    pub former: Vec<String>,
    /// How many fields come before it.
    pub position: usize,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key on the wire.
    pub key: String,
    /// Where it was written.
    pub place: Place,
    /// What it is.
    pub description: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds, when it isn't null.
    pub ty: Type,
    /// What the server assumes when it is left out.
    pub default: Option<Json>,
    /// The smallest value that the documents allow.
    pub minimum: Option<Json>,
    /// The largest value that the documents allow.
    pub maximum: Option<Json>,
    /// For a deprecated field: what to use in its place.
    pub instead: Option<String>,
    /// Whether servers send it though no document names it.
    pub undocumented: bool,
}

/// What a field holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Type {
    /// Text.
    String,
    /// True or false.
    Boolean,
    /// A 64-bit integer.
    Integer,
    /// A float.
    Number,
    /// Any JSON value.
    Any,
    /// Any JSON object.
    Map,
    /// An array.
    Array(Box<Type>),
    /// A definition.
    Ref(String),
}

impl Type {
    /// The definition that it is or holds.
    #[must_use]
    pub fn reference(&self) -> Option<&str> {
        match self {
            Self::Ref(name) => Some(name),
            Self::Array(items) => items.reference(),
            _ => None,
        }
    }
}

/// One of several types.
#[derive(Clone, Debug)]
pub struct UnionDef {
    /// Its arms in order.
    pub arms: Vec<Arm>,
    /// How a value's arm is found.
    pub by: By,
}

/// How a value's arm is found.
#[derive(Clone, Debug)]
pub enum By {
    /// By a tag under this key.
    Tag(String),
    /// The first arm whose required fields are all there.
    Order,
    /// By JSON type.
    JsonType,
}

/// An arm of a union.
#[derive(Clone, Debug)]
pub struct Arm {
    /// Where it was written.
    pub place: Place,
    /// The variant's name.
    pub variant: String,
    /// What it is.
    pub description: String,
    /// What it holds.
    pub ty: Type,
    /// The key that makes an object belong to this arm whatever its tag.
    pub when: Option<String>,
}
