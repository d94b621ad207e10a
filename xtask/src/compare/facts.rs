//! What a source says of the API, in one form for all sources.
//!
//! A source that is silent on something differs from one that denies it: a document that never shows formats says
//! nothing against one. Hence [`Said`] and the `Option<bool>`s, whose `None` means that the source doesn't tell.
//!
//! Types are nodes of a graph: a type that is used in several places, or within itself, is one node.

use std::{fmt, rc::Rc};

use letta_types_codegen::{json::Json, problem::step};

/// All that a source says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    types: Vec<Type>,
    /// Its endpoints.
    pub(crate) operations: Vec<Operation>,
    /// The types that it describes by themselves, apart from any use.
    pub(crate) named: Vec<TypeId>,
}

/// A type of [`Facts`], and of these only.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct TypeId(usize);

impl Facts {
    /// Adds a type.
    pub(crate) fn add(&mut self, ty: Type) -> TypeId {
        self.types.push(ty);
        TypeId(self.types.len() - 1)
    }

    /// A type.
    pub(crate) fn ty(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }

    /// A type, to fill in what wasn't known when it was added.
    pub(crate) fn ty_mut(&mut self, id: TypeId) -> &mut Type {
        &mut self.types[id.0]
    }
}

/// A type.
#[derive(Clone, Debug)]
pub(crate) struct Type {
    /// Its names, its own first; none if it is anonymous.
    pub(crate) names: Vec<String>,
    /// Where it is described.
    pub(crate) at: Origin,
    /// What it is.
    pub(crate) shape: Shape,
}

/// What a type is.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// The source names it and doesn't say what it is, but perhaps some of its fields.
    Unsaid(Vec<String>),
    /// One or the other: the source can be read in several ways.
    Either(Vec<TypeId>),
    /// Any JSON value.
    Any,
    /// `null`.
    Null,
    /// True or false.
    Boolean,
    /// A number.
    Number(Precision),
    /// Text, of some format.
    String(Said<String>),
    /// Text, of which some values are known.
    Enum(Vec<Value>),
    /// An array.
    Array(TypeId),
    /// An object with any keys, and what they hold unless that is anything.
    Map(Option<TypeId>),
    /// An object.
    Object(Vec<Field>),
    /// One of several types.
    Union(Union),
}

/// Whether a number has a fraction.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Precision {
    /// It hasn't.
    Integer,
    /// It hasn't, and is never negative: it can be beyond `i64`.
    Unsigned,
    /// It can have.
    Float,
    /// The source doesn't tell.
    Unsaid,
}

/// What a source says of something that it can also be silent on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Said<T> {
    /// It doesn't tell.
    Unsaid,
    /// There is none.
    No,
    /// There is this.
    Yes(T),
}

impl<T> Said<T> {
    /// There is this, or there is none.
    pub(crate) fn known(value: Option<T>) -> Self {
        value.map_or(Self::No, Self::Yes)
    }
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    /// The text.
    pub(crate) text: String,
    /// Where it is listed.
    pub(crate) at: Origin,
    /// Whether it is an older spelling.
    pub(crate) former: bool,
}

/// A field of an object.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The key on the wire.
    pub(crate) key: String,
    /// Where it is described.
    pub(crate) at: Origin,
    /// What it holds.
    pub(crate) ty: TypeId,
    /// Whether it must be there.
    pub(crate) required: Option<bool>,
    /// Whether null is among its values.
    pub(crate) nullable: Option<bool>,
    /// Whether it is deprecated.
    pub(crate) deprecated: Option<bool>,
    /// What the server assumes when it is left out.
    pub(crate) default: Said<Json>,
    /// The smallest value.
    pub(crate) minimum: Said<Json>,
    /// The largest value.
    pub(crate) maximum: Said<Json>,
    /// Whether it is a tag: left out in places, and an enum of one value.
    pub(crate) tag: bool,
    /// Whether the source says that no document has it.
    pub(crate) undocumented: bool,
}

/// One of several types.
#[derive(Clone, Debug)]
pub(crate) struct Union {
    /// The types.
    pub(crate) members: Vec<TypeId>,
    /// The key that tells them apart.
    pub(crate) tag: Said<String>,
    /// What the key's values mean, as far as that isn't left to the types.
    pub(crate) mapping: Vec<Mapped>,
    /// How many more there are that the source doesn't list.
    pub(crate) hidden: usize,
}

/// What a value of a union's tag means.
#[derive(Clone, Debug)]
pub(crate) struct Mapped {
    /// The value.
    pub(crate) text: String,
    /// Where that is said.
    pub(crate) at: Origin,
    /// The type.
    pub(crate) ty: TypeId,
}

/// An endpoint.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// Its name.
    pub(crate) name: String,
    /// Where it is described.
    pub(crate) at: Origin,
    /// The method, in upper case.
    pub(crate) method: String,
    /// The path, with each parameter of it in braces.
    pub(crate) path: String,
    /// What it takes and returns, unless the source lists method and path only.
    pub(crate) details: Option<Details>,
}

/// What an operation takes and returns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Details {
    /// Its parameters.
    pub(crate) parameters: Vec<Parameter>,
    /// What it sends.
    pub(crate) body: Option<Body>,
    /// What it returns when it succeeds.
    pub(crate) response: Option<Body>,
}

/// A parameter of an operation: its name is the field's key.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// What it is.
    pub(crate) field: Field,
    /// Where in the request it stands.
    pub(crate) location: Location,
}

/// Where in a request a parameter stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Location {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        })
    }
}

/// A body.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    /// Where it is described.
    pub(crate) at: Origin,
    /// What it is.
    pub(crate) ty: TypeId,
    /// Whether it can be null.
    pub(crate) nullable: Option<bool>,
    /// Whether it can also be an array of that type: the source shows both alike.
    pub(crate) or_array: bool,
}

/// Where something is said.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Origin {
    /// The file.
    pub(crate) file: Rc<str>,
    /// The place in it.
    pub(crate) spot: Spot,
}

/// A place in a file.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum Spot {
    /// A line, the first is 1.
    Line(usize),
    /// A JSON Pointer.
    Pointer(String),
}

impl Origin {
    /// A line of a file.
    pub(crate) fn line(file: &Rc<str>, line: usize) -> Self {
        Self {
            file: Rc::clone(file),
            spot: Spot::Line(line),
        }
    }

    /// A JSON Pointer in a file.
    pub(crate) fn pointer(file: &str, pointer: &str) -> Self {
        Self {
            file: file.into(),
            spot: Spot::Pointer(pointer.to_owned()),
        }
    }

    /// The place one step further in; a line has no further in.
    pub(crate) fn at(&self, key: &str) -> Self {
        match &self.spot {
            Spot::Line(_) => self.clone(),
            Spot::Pointer(pointer) => Self {
                file: Rc::clone(&self.file),
                spot: Spot::Pointer(step(pointer, key)),
            },
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.spot {
            Spot::Line(line) => write!(f, "{}:{line}", self.file),
            Spot::Pointer(pointer) => write!(f, "{}#{pointer}", self.file),
        }
    }
}
