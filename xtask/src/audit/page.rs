//! A page of the documents: its endpoints and types, each a tree of lines.

use super::expression::Line;

/// A page, whichever way it is rendered.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// In the order of the page: an expansion refers to what came before.
    pub(super) parts: Vec<Part>,
    /// The lines of fields that belong to nothing.
    pub(super) stray: Vec<usize>,
    /// The lines behind which something is missing, and how that shows.
    pub(super) cut: Vec<(usize, &'static str)>,
}

#[derive(Debug)]
pub(super) enum Part {
    Endpoint(Endpoint),
    /// A type that is described by itself.
    Type(Bullet),
}

/// An endpoint.
#[derive(Debug)]
pub(super) struct Endpoint {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) sections: Vec<Section>,
    pub(super) examples: Vec<Example>,
}

/// What an endpoint takes or returns.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) line: usize,
    pub(super) kind: SectionKind,
    pub(super) bullets: Vec<Bullet>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum SectionKind {
    Path,
    Query,
    Header,
    Body,
    Returns,
}

impl SectionKind {
    /// The section of that heading.
    pub(super) fn of(heading: &str) -> Option<Self> {
        let heading = heading.trim().to_lowercase();
        let kinds = [
            ("path parameters", Self::Path),
            ("query parameters", Self::Query),
            ("header parameters", Self::Header),
            ("headers", Self::Header),
            ("body parameters", Self::Body),
            ("returns", Self::Returns),
        ];
        let mut kinds = kinds.into_iter();
        kinds
            .find(|(name, _)| heading.starts_with(name))
            .map(|(_, kind)| kind)
    }

    /// Whether a line can stand in it by itself.
    pub(super) fn admits(self, line: &Line) -> bool {
        match self {
            Self::Path | Self::Query | Self::Header => matches!(line, Line::Field { .. }),
            Self::Body | Self::Returns => true,
        }
    }
}

/// A line with what expands it.
#[derive(Debug)]
pub(super) struct Bullet {
    pub(super) line: usize,
    pub(super) content: Line,
    /// The lines of its description.
    pub(super) prose: Vec<String>,
    /// What is said of formats and bounds.
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Bullet>,
}

impl Bullet {
    pub(super) fn new(line: usize, content: Line) -> Self {
        Self {
            line,
            content,
            prose: Vec::new(),
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }
}

/// An example payload.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) is_request: bool,
}

/// The endpoint's method and path, if the words are those.
pub(super) fn endpoint(method: &str, path: &str) -> Option<(String, String)> {
    const METHODS: &[&str] = &["get", "put", "post", "delete", "patch"];
    let method = method.to_lowercase();
    (METHODS.contains(&method.as_str())
        && path.starts_with('/')
        && !path.contains(char::is_whitespace))
    .then(|| (method.to_uppercase(), path.to_owned()))
}

/// What is said of a format or of bounds: `format` and the text, or `maximum` and the number.
pub(super) fn attribute(name: &str, value: &str) -> Option<(String, String)> {
    const FORMATS: &[&str] = &[
        "binary",
        "byte",
        "date",
        "date-time",
        "double",
        "email",
        "float",
        "int32",
        "int64",
        "time",
        "uri",
        "uuid",
    ];
    let is_known = match name {
        "format" => FORMATS.contains(&value),
        "maximum" | "minimum" => value.parse::<f64>().is_ok(),
        _ => false,
    };
    is_known.then(|| (name.to_owned(), value.to_owned()))
}
