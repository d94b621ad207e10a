//! Requests that fail, with the bodies that real servers send.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use letta_types::{ApiError, ErrorDetail};
use serde_json::Value;

/// A status and what went wrong. The error is boxed, since it is large and rare.
#[derive(Debug)]
pub(super) struct Failure {
    status: StatusCode,
    error: Box<ApiError>,
}

impl Failure {
    pub(super) fn new(status: StatusCode, error: ApiError) -> Self {
        Self {
            status,
            error: Box::new(error),
        }
    }

    /// The usual form: `{"detail": "text"}`.
    pub(super) fn text(status: StatusCode, text: impl Into<String>) -> Self {
        Self::new(
            status,
            ApiError::new().with_detail(ErrorDetail::Text(text.into())),
        )
    }

    /// Something that isn't there.
    pub(super) fn missing(text: impl Into<String>) -> Self {
        Self::text(StatusCode::NOT_FOUND, text)
    }

    /// A request that doesn't validate. The documents promise a list of issues; servers send it as a text,
    /// as Python prints it, and a trace.
    pub(super) fn invalid(kind: &str, place: &str, message: &str, input: &Value) -> Self {
        let (message, input) = (quoted(message), python(input));
        let detail =
            format!("[{{'type': '{kind}', 'loc': ({place}), 'msg': {message}, 'input': {input}}}]");
        let error = ApiError::new()
            .with_detail(ErrorDetail::Text(detail))
            .with_trace_id("00000000000000000000000000000000");
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, error)
    }
}

/// A value as Python prints it.
fn python(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => quoted(text),
        Value::Array(elements) => {
            let elements: Vec<_> = elements.iter().map(python).collect();
            format!("[{}]", elements.join(", "))
        }
        Value::Object(object) => {
            let fields = object.iter();
            let fields: Vec<_> = fields
                .map(|(key, value)| format!("{}: {}", quoted(key), python(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
    }
}

/// A text between quotes: single ones, unless it has those within and no double ones.
fn quoted(text: &str) -> String {
    let quote = match (text.contains('\''), text.contains('"')) {
        (true, false) => '"',
        _ => '\'',
    };
    let mut quoted = String::from(quote);
    for symbol in text.chars() {
        match symbol {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            symbol if symbol == quote => quoted.extend(['\\', symbol]),
            symbol => quoted.push(symbol),
        }
    }
    quoted.push(quote);
    quoted
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.status, Json(self.error)).into_response()
    }
}
