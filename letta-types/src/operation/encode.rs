//! Percent-encoding, and what must not get into a path or a header.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt::{self, Write as _};

use super::{
    RequestError,
    sealed::{Place, Visit},
};

/// Goes over the parameters of an operation.
type Parameters<'a> = dyn Fn(&mut Visit<'_>) + 'a;

/// Writes text with everything encoded but the unreserved characters of RFC 3986.
struct Encoded<'a>(&'a mut String);

impl fmt::Write for Encoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    self.0.push(char::from(byte));
                }
                _ => write!(self.0, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

fn push(text: &mut String, value: &dyn fmt::Display) {
    // Writing to a string doesn't fail, and none of our types' `Display` does.
    let _ = write!(Encoded(text), "{value}");
}

pub(super) fn path_and_query(
    template: &'static str,
    parameters: &Parameters<'_>,
) -> Result<String, RequestError> {
    let mut segments = Vec::new();
    let mut query = String::new();
    parameters(&mut |place, name, value| match place {
        Place::Path => segments.push((name, value.to_string())),
        Place::Query => {
            query.push(if query.is_empty() { '?' } else { '&' });
            push(&mut query, &name);
            query.push('=');
            push(&mut query, value);
        }
        Place::Header => {}
    });

    let mut text = String::with_capacity(template.len() + query.len());
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
        text.push_str(before);
        if let Some((parameter, value)) = segments.iter().find(|(own, _)| *own == name) {
            if matches!(value.as_str(), "" | "." | "..") || value.contains('/') {
                return Err(RequestError::Segment {
                    parameter,
                    value: value.clone(),
                });
            }
            push(&mut text, value);
        }
        rest = behind;
    }
    text.push_str(rest);
    text.push_str(&query);
    Ok(text)
}

pub(super) fn headers(
    parameters: &Parameters<'_>,
) -> Result<Vec<(&'static str, String)>, RequestError> {
    let mut headers = Vec::new();
    parameters(&mut |place, name, value| {
        if place == Place::Header {
            headers.push((name, value.to_string()));
        }
    });
    let refused = headers.iter().find(|(_, value)| {
        !value
            .bytes()
            .all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
    });
    match refused {
        Some((name, value)) => Err(RequestError::Header {
            name,
            value: value.clone(),
        }),
        None => Ok(headers),
    }
}
