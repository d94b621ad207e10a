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
        let input = match input {
            Value::Null => "None".to_owned(),
            Value::String(text) => quoted(text),
            other => other.to_string(),
        };
        let message = quoted(message);
        let detail =
            format!("[{{'type': '{kind}', 'loc': ({place}), 'msg': {message}, 'input': {input}}}]");
        let error = ApiError::new()
            .with_detail(ErrorDetail::Text(detail))
            .with_trace_id("00000000000000000000000000000000");
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, error)
    }
}

/// A text between quotes: single ones, unless it has one within.
fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') { '"' } else { '\'' };
    format!("{quote}{text}{quote}")
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        (self.status, Json(self.error)).into_response()
    }
}
