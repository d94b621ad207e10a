//! A server on a thread of its own, for tests that are asynchronous or not.

use std::{io, net::SocketAddr, thread};

use axum::Router;
use tokio::{net::TcpListener, runtime, sync::oneshot};

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    /// Serves on a port of 127.0.0.1 that the system picks. From the return on, it takes connections.
    ///
    /// # Errors
    ///
    /// The system has no port, or no thread.
    pub fn start(router: Router) -> io::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)))?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let serve = async move {
            tokio::select! {
                _ = axum::serve(listener, router) => {}
                // What is under way is dropped, too: a test that ends waits for nobody.
                _ = stopped => {}
            }
        };
        let thread = thread::Builder::new().spawn(move || runtime.block_on(serve))?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address, such as `http://127.0.0.1:49152`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Either fails only if the thread has ended already.
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
