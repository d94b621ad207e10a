//! Work that can be done again and again: reading the bodies of a payload, and writing them.

use std::{fmt::Display, hint::black_box};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    family::{Family, Written},
    payloads::Payload,
};

/// Reads or writes the bodies of a payload once. What it makes is dropped.
pub type Work = Box<dyn FnMut()>;

/// Calls a function of the type that a payload's shape is read into.
#[macro_export]
macro_rules! by_shape {
    ($payload:ident, $family:ident, $function:path, $argument:expr) => {{
        use $crate::payloads::Shape;
        use $function as function;
        match $payload.shape {
            Shape::Messages => {
                function::<<$family as $crate::Family>::Messages, _, _>($payload, $argument)
            }
            Shape::Message => {
                function::<<$family as $crate::Family>::Message, _, _>($payload, $argument)
            }
            Shape::Steps => {
                function::<<$family as $crate::Family>::Steps, _, _>($payload, $argument)
            }
            Shape::Trace => {
                function::<<$family as $crate::Family>::Trace, _, _>($payload, $argument)
            }
        }
    }};
}

/// Work that reads.
///
/// # Errors
///
/// A body can't be read.
pub fn reading<T, E, R>(payload: &Payload, read: R) -> Result<Work, String>
where
    E: Display,
    R: Fn(&str) -> Result<T, E> + 'static,
{
    for body in &payload.bodies {
        read(body).map_err(|error| error.to_string())?;
    }
    let bodies = payload.bodies.clone();
    Ok(Box::new(move || {
        for body in &bodies {
            drop(black_box(read(black_box(body))));
        }
    }))
}

/// Work that writes what was read by `serde_json`.
///
/// # Errors
///
/// A body can't be read, or a value can't be written.
pub fn writing<T, E, W>(payload: &Payload, write: W) -> Result<Work, String>
where
    T: DeserializeOwned + Serialize + 'static,
    E: Display,
    W: Fn(&T) -> Result<Vec<u8>, E> + 'static,
{
    let values: Vec<T> = values(payload)?;
    for value in &values {
        write(value).map_err(|error| error.to_string())?;
    }
    Ok(Box::new(move || {
        for value in &values {
            drop(black_box(write(black_box(value))));
        }
    }))
}

/// Work that clones what was read by `serde_json`: no list grows, so that these are the least allocations
/// with which the values can be owned.
///
/// # Errors
///
/// A body can't be read.
pub fn cloning<T>(payload: &Payload) -> Result<Work, String>
where
    T: Clone + DeserializeOwned + 'static,
{
    let values: Vec<T> = values(payload)?;
    Ok(Box::new(move || {
        for value in &values {
            drop(black_box(black_box(value).clone()));
        }
    }))
}

/// What is written of a payload.
///
/// # Errors
///
/// A body can't be read, or a value can't be written.
pub fn written<T, E, W>(payload: &Payload, write: W) -> Result<Vec<Vec<u8>>, String>
where
    T: DeserializeOwned,
    E: Display,
    W: Fn(&T) -> Result<Vec<u8>, E>,
{
    let values = values(payload)?;
    let written = values.iter().map(write);
    written
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())
}

fn values<T: DeserializeOwned>(payload: &Payload) -> Result<Vec<T>, String> {
    let read = payload.bodies.iter().map(|body| serde_json::from_str(body));
    read.collect::<Result<_, _>>()
        .map_err(|error| error.to_string())
}

/// Reads by `serde_json`.
///
/// # Errors
///
/// As [`reading`].
pub fn serde_json_reads<F: Family>(payload: &Payload) -> Result<Work, String> {
    by_shape!(payload, F, reading, |text| serde_json::from_str(text))
}

/// Reads by sonic-rs.
///
/// # Errors
///
/// As [`reading`].
pub fn sonic_rs_reads<F: Family>(payload: &Payload) -> Result<Work, String> {
    by_shape!(payload, F, reading, |text| sonic_rs::from_str(text))
}

/// Writes by `serde_json`.
///
/// # Errors
///
/// As [`writing`].
pub fn serde_json_writes<F: Written>(payload: &Payload) -> Result<Work, String> {
    by_shape!(payload, F, writing, serde_json::to_vec)
}

/// Writes by sonic-rs.
///
/// # Errors
///
/// As [`writing`].
pub fn sonic_rs_writes<F: Written>(payload: &Payload) -> Result<Work, String> {
    by_shape!(payload, F, writing, sonic_rs::to_vec)
}

/// Copies what `serde_json` writes.
///
/// # Errors
///
/// As [`writing`].
pub fn copies<F: Written>(payload: &Payload) -> Result<Work, String> {
    let written = bodies_written::<F>(payload)?;
    Ok(Box::new(move || {
        for body in &written {
            drop(black_box(black_box(body).clone()));
        }
    }))
}

/// What `serde_json` writes of a payload.
///
/// # Errors
///
/// As [`written`].
pub fn bodies_written<F: Written>(payload: &Payload) -> Result<Vec<Vec<u8>>, String> {
    by_shape!(payload, F, written, serde_json::to_vec)
}
