//! A server that answers as a real one was recorded to.
//!
//! It knows nothing of the API. A request with the method, the path, the query and the JSON body of a
//! recorded one gets that one's status and bytes; any other gets status 501. Parameters of the query are the
//! same in any order.

use std::{
    collections::BTreeMap,
    fs, io,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::Value;

use crate::loopback;

/// An answer to a request, as it was recorded.
#[derive(Clone, Debug)]
pub struct Recording {
    /// The file that the body is in.
    pub file: String,

    /// The method of the request.
    pub method: String,

    /// Path and query of the request.
    pub path: String,

    /// The body of the request, if it had one.
    pub request: Option<Value>,

    /// The status of the answer.
    pub status: u16,

    /// The media type of the answer.
    pub content_type: &'static str,

    /// The body of the answer.
    pub body: Bytes,
}

/// The manifest beside the recorded bodies.
#[derive(Deserialize)]
struct Manifest {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    method: Option<String>,
    path: Option<String>,
    status: u16,
    server: String,
}

/// Reads what a server of one version answered, from the folder of the recorded bodies.
///
/// `requests` has the JSON body of each request that had one, by the name of the file that answers it.
///
/// # Errors
///
/// A file is missing or isn't JSON.
pub fn recordings(
    folder: &Path,
    server: &str,
    requests: &BTreeMap<String, Value>,
) -> io::Result<Vec<Recording>> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("MANIFEST.json"))?)?;
    let mut recordings = Vec::new();
    for entry in manifest.files {
        // What no request was made for, or was recorded from another version, answers nothing here.
        let (Some(method), Some(path)) = (entry.method, entry.path) else {
            continue;
        };
        if entry.server != server {
            continue;
        }
        recordings.push(Recording {
            method,
            path,
            request: requests.get(&entry.file).cloned(),
            status: entry.status,
            content_type: match entry.file.rsplit_once('.') {
                Some((_, "sse")) => "text/event-stream; charset=utf-8",
                _ => "application/json",
            },
            body: fs::read(folder.join(&entry.file))?.into(),
            file: entry.file,
        });
    }
    Ok(recordings)
}

/// A server of recorded answers.
#[derive(Debug)]
pub struct Server {
    server: loopback::Server,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    recordings: Vec<Recording>,
    answered: Mutex<Vec<String>>,
}

impl Server {
    /// Answers with these recordings.
    ///
    /// # Errors
    ///
    /// Those of [`loopback::Server::start`].
    pub fn start(recordings: Vec<Recording>) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            recordings,
            answered: Mutex::default(),
        });
        let router = Router::new().fallback(answer).with_state(shared.clone());
        Ok(Self {
            server: loopback::Server::start(router)?,
            shared,
        })
    }

    /// The address of the server.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// The files that were answered with since this was called last, in the order of the requests.
    #[must_use]
    pub fn take_answered(&self) -> Vec<String> {
        std::mem::take(&mut *self.shared.answered())
    }
}

impl Shared {
    fn answered(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    body: Bytes,
) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let sent: Option<Value> = serde_json::from_slice(&body).ok();
    let found = shared.recordings.iter().find(|recording| {
        recording.method == method.as_str()
            && address(&recording.path) == address(path)
            && recording.request == sent
    });
    let Some(recording) = found else {
        let text = format!("nothing was recorded for {method} {path} {sent:?}");
        return (StatusCode::NOT_IMPLEMENTED, text).into_response();
    };
    shared.answered().push(recording.file.clone());
    let status = StatusCode::from_u16(recording.status).unwrap_or(StatusCode::NOT_IMPLEMENTED);
    let headers = [(header::CONTENT_TYPE, recording.content_type)];
    (status, headers, recording.body.clone()).into_response()
}

/// A path, and the parameters of its query in an order that doesn't depend on who wrote it.
fn address(text: &str) -> (&str, Vec<&str>) {
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let mut parameters: Vec<&str> = query.split('&').collect();
    parameters.sort_unstable();
    (path, parameters)
}
