//! An OpenAPI document and the places in it.

use std::{borrow::Cow, collections::HashSet, fs, path::Path, rc::Rc};

use letta_types_codegen::{
    json::Json,
    problem::{index, step, unescaped},
};

use crate::compare::facts::Origin;

/// The rules that schemas of a document follow.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Version {
    /// OpenAPI 3.0: `nullable`, and what stands beside a `$ref` doesn't count.
    V30,
    /// OpenAPI 3.1 and later: JSON Schema 2020-12.
    V31,
}

/// An OpenAPI document.
#[derive(Debug)]
pub(super) struct Document {
    file: Rc<str>,
    root: Json,
    pub(super) version: Version,
}

/// A value of a document and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) json: &'a Json,
    /// The JSON Pointer.
    pub(super) pointer: String,
}

impl<'a> Node<'a> {
    /// What is under a key.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        Some(Self {
            json: self.json.get(key)?,
            pointer: step(&self.pointer, key),
        })
    }

    /// The elements of the array under a key.
    pub(super) fn elements(&self, key: &str) -> Vec<Self> {
        let Some(array) = self.get(key) else {
            return Vec::new();
        };
        let elements = array.json.as_array().unwrap_or_default().iter().enumerate();
        elements
            .map(|(index, json)| Self {
                json,
                pointer: step(&array.pointer, &index.to_string()),
            })
            .collect()
    }

    /// The entries of the object under a key.
    pub(super) fn entries(&self, key: &str) -> Vec<(&'a str, Self)> {
        self.get(key)
            .map_or_else(Vec::new, |node| node.own_entries())
    }

    /// The entries of this object.
    pub(super) fn own_entries(&self) -> Vec<(&'a str, Self)> {
        let entries = self.json.as_object().unwrap_or_default().iter();
        entries
            .map(|(key, json)| {
                let pointer = step(&self.pointer, key);
                (key.as_str(), Self { json, pointer })
            })
            .collect()
    }

    /// The text under a key.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.json.get(key)?.as_str()
    }

    /// Whether there is `true` under a key.
    pub(super) fn is(&self, key: &str) -> bool {
        self.json.get(key) == Some(&Json::Bool(true))
    }
}

impl Document {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it can't be used: where, why, and what to do.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let name = path.display().to_string();
        let bytes = fs::read(path)
            .map_err(|error| format!("{name}: {error}\n  remedy: name an OpenAPI document"))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("{name}: byte {at}: not UTF-8\n  remedy: save the document as UTF-8")
        })?;
        Self::parse(&name, &text)
    }

    /// Reads a text.
    ///
    /// # Errors
    ///
    /// As [`Document::read`].
    pub(super) fn parse(name: &str, text: &str) -> Result<Self, String> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let root: Json = serde_json::from_str(text).map_err(|error| {
            let remedy = if text.trim_start().starts_with(['{', '[']) {
                "fetch the document again"
            } else {
                "name an OpenAPI document in JSON; YAML has to be converted first"
            };
            format!("{name}: not JSON: {error}\n  remedy: {remedy}")
        })?;
        let unusable = |pointer: &str, problem: &str, remedy: &str| {
            Err(format!("{name}#{pointer}: {problem}\n  remedy: {remedy}"))
        };
        if root.as_object().is_none() {
            return unusable("", "not an object", "name an OpenAPI document");
        }
        let version = match (
            root.get("openapi").and_then(Json::as_str),
            root.get("swagger"),
        ) {
            (Some(version), _) if is_version(version, "3.0") => Version::V30,
            (Some(version), _) if version.starts_with("3.") => Version::V31,
            (Some(version), _) => {
                let problem = format!("OpenAPI {version:?} isn't read");
                return unusable("/openapi", &problem, "name a document of OpenAPI 3");
            }
            (None, Some(_)) => {
                let remedy = "convert the document to OpenAPI 3";
                return unusable("/swagger", "Swagger 2 isn't read", remedy);
            }
            (None, None) if root.get("openapi").is_some() => {
                let remedy = "name a document of OpenAPI 3";
                return unusable("/openapi", "the version isn't text", remedy);
            }
            (None, None) => {
                let problem = "not an OpenAPI document: it has no `openapi`";
                return unusable("", problem, "name an OpenAPI document");
            }
        };
        match root.get("paths") {
            Some(Json::Object(_)) => Ok(Self {
                file: name.into(),
                root,
                version,
            }),
            Some(_) => unusable("/paths", "not an object", "fetch the document again"),
            None => unusable(
                "",
                "the document has no `paths`",
                "name a document that describes operations",
            ),
        }
    }

    /// The document as a whole.
    pub(super) fn root(&self) -> Node<'_> {
        Node {
            json: &self.root,
            pointer: String::new(),
        }
    }

    /// What the document calls its own version.
    pub(super) fn release(&self) -> Option<&str> {
        self.root.get("info")?.get("version")?.as_str()
    }

    /// A place, to be reported.
    pub(super) fn origin(&self, pointer: &str) -> Origin {
        Origin::pointer(&self.file, pointer)
    }

    /// The file's name.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// What a `$ref` refers to.
    ///
    /// # Errors
    ///
    /// Why there is no such thing.
    pub(super) fn target(&self, reference: &str) -> Result<Node<'_>, String> {
        let Some(fragment) = reference.strip_prefix('#') else {
            return Err(format!("`{reference}` is in another document"));
        };
        let pointer = decoded(fragment);
        let mut json = &self.root;
        let mut steps = pointer.split('/');
        if steps.next() != Some("") {
            return Err(format!("`{reference}` isn't a JSON Pointer"));
        }
        for key in steps {
            let inner = match json {
                Json::Array(elements) => index(key).and_then(|index| elements.get(index)),
                _ => json.get(&unescaped(key)),
            };
            json = inner.ok_or_else(|| format!("`{reference}` refers to nothing"))?;
        }
        Ok(Node {
            json,
            pointer: pointer.into_owned(),
        })
    }

    /// A node, or what it refers to in the end if it is a reference.
    ///
    /// # Errors
    ///
    /// Why that leads nowhere.
    pub(super) fn followed<'a>(&'a self, node: &Node<'a>) -> Result<Node<'a>, String> {
        let mut node = node.clone();
        let mut met = HashSet::new();
        while let Some(reference) = node.text("$ref") {
            if !met.insert(node.pointer.clone()) {
                return Err(format!("`{reference}` leads back to itself"));
            }
            node = self.target(reference)?;
        }
        Ok(node)
    }
}

/// Whether a version is of that release, such as 3.0.3 of 3.0.
fn is_version(version: &str, release: &str) -> bool {
    let rest = version.strip_prefix(release);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The text of a URI's fragment, without its percent signs.
fn decoded(fragment: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(fragment).decode_utf8_lossy()
}
