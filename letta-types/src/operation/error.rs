//! What goes wrong with requests and with their answers.

use alloc::{borrow::ToOwned, boxed::Box, string::String, vec::Vec};
use core::{error::Error, fmt};

use crate::{ApiError, json};

/// Why a request can't be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestError {
    /// A value would make the path another one.
    Segment {
        /// The parameter of the path.
        parameter: &'static str,
        /// Its value.
        value: String,
    },

    /// A value can't be that of a header.
    Header {
        /// The header.
        name: &'static str,
        /// The value.
        value: String,
    },

    /// The body can't be written.
    Body(serde_json::Error),

    /// The base address is none that a path can be put behind. Only functions of the feature `http` take one.
    Base {
        /// The base address.
        base: String,
        /// What is wrong with it, and what to write.
        problem: &'static str,
    },
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Segment { parameter, value } => {
                let problem = match value.as_str() {
                    "" => "is empty",
                    "." | ".." => "is a dot segment",
                    _ => "has a `/` in it",
                };
                write!(
                    f,
                    "`{parameter}` {problem} and would address another path: {value:?}"
                )
            }
            Self::Header { name, value } => write!(
                f,
                "header `{name}` takes printable ASCII characters only: {value:?}"
            ),
            Self::Body(error) => write!(f, "the body can't be written: {error}"),
            Self::Base { base, problem } => write!(f, "the base address {problem}: {base:?}"),
        }
    }
}

impl Error for RequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            // What it says is in what this says.
            Self::Body(error) => error.source(),
            _ => None,
        }
    }
}

/// Why there is no typed answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ResponseError {
    /// The request failed, and the server said why.
    Api {
        /// The HTTP status.
        status: u16,
        /// What the server said.
        error: Box<ApiError>,
    },

    /// The request failed, and the body isn't one in which the API says why: a proxy's page, another
    /// service's JSON, or nothing.
    Status {
        /// The HTTP status.
        status: u16,
        /// The body as it came.
        body: Vec<u8>,
    },

    /// The status is one of success, but the body can't be JSON: a web page where the address is that of something
    /// else, or nothing.
    NotJson {
        /// The HTTP status.
        status: u16,
        /// The body as it came.
        body: Vec<u8>,
    },

    /// The status is one of success, but the body isn't what is returned.
    Decode(json::Error),
}

impl ResponseError {
    /// The status of the failed request; `None` if it was one of success.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api { status, .. } | Self::Status { status, .. } => Some(*status),
            Self::NotJson { .. } | Self::Decode(_) => None,
        }
    }

    /// What the server said, be it with a status of success.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Api { error, .. } => Some(error),
            Self::Status { .. } | Self::NotJson { .. } => None,
            Self::Decode(error) => error.api_error(),
        }
    }

    #[cold]
    pub(super) fn unread(status: u16, body: &[u8], error: json::Error) -> Self {
        let first = body.iter().find(|byte| !byte.is_ascii_whitespace());
        match first {
            Some(b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                Self::Decode(error)
            }
            _ => Self::NotJson {
                status,
                body: body.to_owned(),
            },
        }
    }

    #[cold]
    pub(super) fn failed(status: u16, body: &[u8]) -> Self {
        match json::from_slice::<ApiError>(body) {
            Ok(error) if error.says_why() => Self::Api {
                status,
                error: Box::new(error),
            },
            _ => Self::Status {
                status,
                body: body.to_owned(),
            },
        }
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api { status, error } => write!(f, "{}: {error}", Status(*status)),
            Self::Status { status, body } => write!(f, "{}: {}", Status(*status), Excerpt(body)),
            Self::NotJson { status, body } => {
                write!(f, "{}, but no JSON: {}", Status(*status), Excerpt(body))
            }
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl Error for ResponseError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            // What they say is in what this says.
            Self::Api { error, .. } => error.source(),
            Self::Decode(error) => error.source(),
            Self::Status { .. } | Self::NotJson { .. } => None,
        }
    }
}

/// A status with its name, where it is one that an API's client meets.
struct Status(u16);

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.0 {
            200 => " OK",
            204 => " No Content",
            301 => " Moved Permanently",
            302 => " Found",
            304 => " Not Modified",
            307 => " Temporary Redirect",
            308 => " Permanent Redirect",
            400 => " Bad Request",
            401 => " Unauthorized",
            402 => " Payment Required",
            403 => " Forbidden",
            404 => " Not Found",
            405 => " Method Not Allowed",
            408 => " Request Timeout",
            409 => " Conflict",
            410 => " Gone",
            413 => " Content Too Large",
            422 => " Unprocessable Content",
            429 => " Too Many Requests",
            500 => " Internal Server Error",
            501 => " Not Implemented",
            502 => " Bad Gateway",
            503 => " Service Unavailable",
            504 => " Gateway Timeout",
            _ => "",
        };
        write!(f, "{}{name}", self.0)
    }
}

/// The beginning of a body on one line.
struct Excerpt<'a>(&'a [u8]);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 200;
        let text = String::from_utf8_lossy(self.0);
        let mut left = MOST;
        let mut words = text.split_whitespace();
        let Some(first) = words.next() else {
            return f.write_str("without a body");
        };
        for (index, word) in core::iter::once(first).chain(words).enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            for symbol in word.chars() {
                if left == 0 {
                    return f.write_str("…");
                }
                left -= 1;
                json::print(symbol, f)?;
            }
        }
        Ok(())
    }
}
