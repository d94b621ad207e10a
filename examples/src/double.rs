//! A test double of a Letta server: steps and messages in memory, and every operation answered with the types.
//!
//! Start it in a test, be that asynchronous or not, point a client at its address, and look at what was
//! asked:
//!
//! ```
//! use letta_types::{ApiError, ErrorDetail, Step};
//! use letta_types_examples::double::{Store, StoredStep, TestDouble};
//!
//! let mut store = Store::new();
//! let step = Step::new("step-1").with_agent_id("agent-1").with_prompt_tokens(200);
//! store.add_step(StoredStep::new(step));
//! let double = TestDouble::start(store)?;
//!
//! let get = |path: &str| ureq::get(format!("{}{path}", double.url())).call();
//! let steps = get("/v1/steps/?agent_id=agent-1")?.body_mut().read_to_string()?;
//! assert_eq!(steps, r#"[{"id":"step-1","agent_id":"agent-1","prompt_tokens":200}]"#);
//!
//! // How does the client take a failure?
//! double.fail_next(503, ApiError::new().with_detail(ErrorDetail::Text("Come back later.".into())));
//! assert!(matches!(get("/v1/steps/step-1"), Err(ureq::Error::StatusCode(503))));
//!
//! assert_eq!(
//!     double.take_requests(),
//!     ["GET /v1/steps/?agent_id=agent-1", "GET /v1/steps/step-1"]
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Another crate takes it as a dependency of its tests, from the repository:
//!
//! ```toml
//! [dev-dependencies]
//! letta-types-examples = { git = "https://github.com/letta-types/letta-types" }
//! ```
//!
//! It does as recorded servers do, cursors, defaults and error bodies included, with these exceptions: it takes
//! any text as an identifier; it leaves out what isn't set where they send `null`; it searches for
//! words, in every search mode; and `order_by`, `x_project`, `template_id` and a search's `project_id` change
//! nothing.

mod failure;
mod handle;
mod query;
mod search;
mod store;

use std::{
    collections::VecDeque,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, patch, post},
};
use letta_types::{
    ApiError, ListAllMessages, ListMessagesForStep, ListSteps, ModifyFeedbackForStep,
    RetrieveMessage, RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages,
    SearchMessages, operation::Operation,
};

use self::failure::Failure;
pub use self::store::{Store, StoredMessage, StoredStep};
use crate::loopback;

/// The server. It stops when it is dropped.
#[derive(Debug)]
pub struct TestDouble {
    server: loopback::Server,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    store: Mutex<Store>,
    failures: Mutex<VecDeque<Failure>>,
    requests: Mutex<Vec<String>>,
}

/// What is behind a lock. A test that failed while it held the lock did no harm to it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl TestDouble {
    /// Serves what is in the store, on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// The system has no port, or no thread.
    pub fn start(store: Store) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            store: Mutex::new(store),
            ..Shared::default()
        });
        Ok(Self {
            server: loopback::Server::start(router(shared.clone()))?,
            shared,
        })
    }

    /// The address, such as `http://127.0.0.1:49152`.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// What the server holds, to look at or to change. No request is answered until it is dropped.
    pub fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.shared.store)
    }

    /// Lets the next request fail. Called more than once, one request after the other fails.
    ///
    /// A `status` that HTTP doesn't have is answered as 500.
    pub fn fail_next(&self, status: u16, error: ApiError) {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        lock(&self.shared.failures).push_back(Failure::new(status, error));
    }

    /// The requests since this was called last, each as its method and its path with the query.
    #[must_use]
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.shared.requests))
    }
}

/// The routes, for a server of one's own.
pub fn serve(store: Store) -> Router {
    router(Arc::new(Shared {
        store: Mutex::new(store),
        ..Shared::default()
    }))
}

fn router(shared: Arc<Shared>) -> Router {
    // The paths of operations are templates that axum reads as they are.
    Router::new()
        .route(ListSteps::PATH, get(handle::list_steps))
        .route(RetrieveStep::PATH, get(handle::step))
        .route(RetrieveMetricsForStep::PATH, get(handle::metrics))
        .route(RetrieveTraceForStep::PATH, get(handle::trace))
        .route(ModifyFeedbackForStep::PATH, patch(handle::feedback))
        .route(ListMessagesForStep::PATH, get(handle::step_messages))
        .route(ListAllMessages::PATH, get(handle::all_messages))
        .route(RetrieveMessage::PATH, get(handle::message))
        .route(SearchAllMessages::PATH, post(handle::search_all_messages))
        .route(SearchMessages::PATH, post(handle::search_messages))
        .fallback(|| async { Failure::text(StatusCode::NOT_FOUND, "Not Found") })
        .method_not_allowed_fallback(|| async {
            Failure::text(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed")
        })
        .layer(middleware::from_fn_with_state(shared.clone(), note))
        .with_state(shared)
}

/// Notes a request, and fails it if a test wants that.
async fn note(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    lock(&shared.requests).push(format!("{} {path}", request.method()));
    let failure = lock(&shared.failures).pop_front();
    match failure {
        Some(failure) => failure.into_response(),
        None => next.run(request).await,
    }
}
