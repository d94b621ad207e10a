//! The types that a body can be read as, by name.

use std::fmt;

use support::{Form, Schema};

use super::operations::Operations;

/// A type, or a list or an `Option` of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Subject {
    pub(crate) form: Form,
    pub(crate) type_name: String,
}

impl Subject {
    pub(crate) fn new(form: Form, type_name: &str) -> Self {
        Self {
            form,
            type_name: type_name.to_owned(),
        }
    }

    /// Understands `Step`, `Vec<Step>`, `[Step]` and `Option<Step>`, for any definition of the schema, by its name
    /// or by one of its documented names, and the name of an operation for its response.
    ///
    /// # Errors
    ///
    /// Nothing has the name; the text says what has a name like it.
    pub(crate) fn named(
        schema: &Schema,
        operations: &Operations,
        text: &str,
    ) -> Result<Self, String> {
        let text = text.trim();
        let inner = |start: &str, end: &str| text.strip_prefix(start)?.strip_suffix(end);
        let (form, name) = if let Some(name) = inner("Vec<", ">").or_else(|| inner("[", "]")) {
            (Form::List, name.trim())
        } else if let Some(name) = inner("Option<", ">") {
            (Form::Optional, name.trim())
        } else {
            (Form::One, text)
        };
        let definitions = schema.definitions();
        if definitions.contains_key(name) {
            return Ok(Self::new(form, name));
        }
        let documented = definitions.iter().find(|(_, definition)| {
            let names = definition["x-letta-names"].as_array();
            names.is_some_and(|names| names.iter().any(|other| other == name))
        });
        if let Some((ours, _)) = documented {
            return Ok(Self::new(form, ours));
        }
        let response = operations.response(text);
        response
            .cloned()
            .ok_or_else(|| unknown(schema, operations, name))
    }
}

/// What to say of a name that no type has.
fn unknown(schema: &Schema, operations: &Operations, name: &str) -> String {
    const CLOSE: f64 = 0.8;
    let likeness = |other: &str| strsim::jaro_winkler(&name.to_lowercase(), &other.to_lowercase());
    let nearest = schema
        .definitions()
        .keys()
        .map(String::as_str)
        .chain(operations.names())
        .map(|other| (likeness(other), other))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .filter(|(likeness, _)| *likeness > CLOSE);
    let remedy = match nearest {
        Some((_, other)) => format!("did you mean `{other}`?"),
        None => "name a definition of the schema, such as `Step` or `Vec<LettaMessage>`, or an operation, such as `ListSteps`".to_owned(),
    };
    format!("no type and no operation is named `{name}`\n  remedy: {remedy}")
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.type_name;
        match self.form {
            Form::One => f.write_str(name),
            Form::Optional => write!(f, "Option<{name}>"),
            Form::List => write!(f, "Vec<{name}>"),
        }
    }
}
