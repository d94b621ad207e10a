//! The curated schema as it was written: definitions with all that the dialect lets them say.

use crate::{json::Json, problem::Place};

/// The version of JSON Schema that the files are written in, and so are the documents that come of them.
pub const JSON_SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

/// What the addresses of the schema files and of the bundle begin with. Nothing is served there: the domain is reserved.
pub const BASE: &str = "https://letta-types.invalid/";

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

    /// All operations, in order.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.files.iter().flat_map(|file| &file.operations)
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
    /// Its operations.
    pub operations: Vec<Operation>,
    /// What it says of the API as a whole.
    pub api: Option<Api>,
    /// The definitions as they were written.
    pub json: Vec<(String, Json)>,
    /// The operations as they were written.
    pub operations_json: Vec<(String, Json)>,
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
        /// Whether the text is kept in the object itself.
        inline: bool,
    },
    /// An instant.
    Timestamp,
}

/// An object.
#[derive(Clone, Debug)]
pub struct ObjectDef {
    /// Its fields in documented order, the tag not among them.
    pub fields: Vec<Field>,
    /// The keys of those that must be there, in the order in which a constructor takes them.
    pub required: Vec<String>,
    /// Its tag.
    pub tag: Option<Tag>,
}

impl ObjectDef {
    /// Whether there is a second type of it, which keeps some fields as text.
    #[must_use]
    pub fn has_raw(&self) -> bool {
        self.fields.iter().any(|field| field.raw)
    }
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
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of the dialect"
)]
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
    /// Whether a document says that an optional field is never null.
    pub not_null: bool,
    /// For a deprecated field: what to use in its place.
    pub instead: Option<String>,
    /// Whether servers send it though no published document names it.
    pub undocumented: bool,
    /// Whether there is a second type of the object, in which it stays text.
    pub raw: bool,
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

/// What is said of the API as a whole.
#[derive(Clone, Debug)]
pub struct Api {
    /// Where it was written.
    pub place: Place,
    /// Its title.
    pub title: String,
    /// What it is.
    pub description: String,
    /// Where it is served: an address and a description each.
    pub servers: Vec<(String, String)>,
    /// What every operation returns when it fails.
    pub failure: Response,
    /// That, as it was written.
    pub failure_json: Json,
}

/// A request that the API takes.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its name, in Pascal case, unique over all files.
    pub name: String,
    /// Where it was written.
    pub place: Place,
    /// What it does.
    pub description: String,
    /// Where it is documented.
    pub source: String,
    /// Documented names other than its own.
    pub names: Vec<String>,
    /// The HTTP method, in upper case.
    pub method: String,
    /// The path, with each parameter of it in braces.
    pub path: String,
    /// Its parameters in documented order.
    pub parameters: Vec<Parameter>,
    /// What it sends, if it sends anything.
    pub body: Option<Field>,
    /// What it returns.
    pub response: Response,
    /// How to get the next page of what it lists.
    pub paging: Option<Paging>,
}

impl Operation {
    /// The types that it mentions.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        self.parameters
            .iter()
            .map(|parameter| &parameter.field)
            .chain(&self.body)
            .map(|field| &field.ty)
            .chain([&self.response.ty])
    }

    /// The parameter of that name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.field.key == name)
    }
}

/// A parameter of an operation.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name is the field's key.
    pub field: Field,
    /// Where in the request it stands.
    pub location: Location,
}

/// Where in a request a parameter stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Location {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
}

/// What an operation returns.
#[derive(Clone, Debug)]
pub struct Response {
    /// Where it was written.
    pub place: Place,
    /// What it is.
    pub description: String,
    /// What it holds, when it isn't null.
    pub ty: Type,
    /// Whether it can be null.
    pub nullable: bool,
}

/// How to get the next page of a list.
#[derive(Clone, Debug)]
pub struct Paging {
    /// Where it was written.
    pub place: Place,
    /// The field of an element that a cursor holds.
    pub cursor: String,
    /// What cursors are relative to.
    pub relative: Relative,
    /// The parameter that says which kinds of elements to list, which servers look at behind the limit.
    pub kinds: Option<String>,
}

/// What `after` and `before` are relative to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Relative {
    /// The order that was asked for.
    Order,
    /// The age of the elements, whatever the order; the field tells an element's instant.
    Age(String),
}
