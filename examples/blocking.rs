//! A blocking client: every operation by [ureq](https://docs.rs/ureq).
//!
//! ```text
//! cargo run -p letta-types-examples --bin blocking -- list-steps --limit 3
//! cargo run -p letta-types-examples --bin blocking -- --help
//! ```
//!
//! The crate makes the requests and reads the answers; [`Client`] is all that it takes to send them.

use std::{error::Error, process::ExitCode, time::Duration};

use clap::Parser;
use letta_types::{
    ListAllMessages, ListMessagesForStep, ListSteps, ModifyFeedbackForStep, RetrieveMessage,
    RetrieveMetricsForStep, RetrieveStep, RetrieveTraceForStep, SearchAllMessages, SearchMessages,
    operation::{Operation, Paged},
};
use letta_types_examples::{
    command::{Command, Connection},
    explain::explain,
    show::{Listing, Show},
};
use ureq::{Agent, http::header::AUTHORIZATION};

/// Asks a Letta server for steps and messages
#[derive(Parser)]
struct Options {
    #[command(flatten)]
    connection: Connection,

    /// Print what was returned as JSON, one line for each answer
    #[arg(long)]
    json: bool,

    #[command(subcommand)]
    command: Command,
}

struct Client {
    agent: Agent,
    connection: Connection,
}

impl Client {
    fn new(connection: Connection) -> Self {
        let config = Agent::config_builder()
            // A status from 400 on comes with a body that says what is wrong. The crate reads it.
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        Self {
            agent: config.into(),
            connection,
        }
    }

    /// Sends an operation and returns what it returns, typed.
    fn call<O: Operation>(&self, operation: &O) -> Result<O::Response, Box<dyn Error>> {
        let mut request = operation.to_http(&self.connection.base_url)?;
        if let Some(token) = &self.connection.token {
            let value = format!("Bearer {token}").parse()?;
            request.headers_mut().insert(AUTHORIZATION, value);
        }
        let address = request.uri().to_string();
        let sent = self.agent.run(request);
        let mut response = sent.map_err(|error| format!("{address}: {error}"))?;
        let status = response.status().as_u16();
        let body = response
            .body_mut()
            .with_config()
            .limit(u64::MAX)
            .read_to_vec()?;
        Ok(O::read_response(status, &body)?)
    }

    /// Sends a list's operation and prints its page, or all pages as they come.
    fn list<O: Paged>(&self, first: O, all_pages: bool, json: bool) -> Result<(), Box<dyn Error>>
    where
        O::Item: Show,
    {
        if !all_pages {
            return Ok(self.call(&first)?.print(json)?);
        }
        let mut pages = first.pages();
        let mut listing = Listing::new(json);
        while let Some(operation) = pages.operation() {
            let page = self.call(operation)?;
            let page = pages.turn(page);
            listing.print(&page, pages.operation().is_none())?;
        }
        Ok(())
    }
}

fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let client = Client::new(options.connection);
    let json = options.json;
    match options.command {
        Command::ListSteps(list) => {
            let all_pages = list.all_pages;
            client.list(ListSteps::from(list), all_pages, json)?;
        }
        Command::RetrieveStep { step } => client.call(&RetrieveStep::new(step))?.print(json)?,
        Command::RetrieveMetricsForStep { step } => {
            client
                .call(&RetrieveMetricsForStep::new(step))?
                .print(json)?;
        }
        Command::RetrieveTraceForStep { step } => {
            // `None` is an answer: there is no trace, or not yet.
            client.call(&RetrieveTraceForStep::new(step))?.print(json)?;
        }
        Command::ModifyFeedbackForStep(feedback) => {
            client
                .call(&ModifyFeedbackForStep::from(feedback))?
                .print(json)?;
        }
        Command::ListMessagesForStep(list) => {
            let all_pages = list.all_pages;
            client.list(ListMessagesForStep::from(list), all_pages, json)?;
        }
        Command::ListAllMessages(list) => {
            let all_pages = list.all_pages;
            client.list(ListAllMessages::from(list), all_pages, json)?;
        }
        Command::RetrieveMessage { message } => {
            client.call(&RetrieveMessage::new(message))?.print(json)?;
        }
        Command::SearchAllMessages(search) => {
            client.call(&SearchAllMessages::new(search))?.print(json)?;
        }
        Command::SearchMessages(search) => {
            client.call(&SearchMessages::new(search))?.print(json)?;
        }
        Command::Overview { step } => {
            client.call(&RetrieveStep::new(step.clone()))?.print(json)?;
            client
                .call(&RetrieveMetricsForStep::new(step.clone()))?
                .print(json)?;
            client
                .call(&RetrieveTraceForStep::new(step.clone()))?
                .print(json)?;
            client.call(&ListMessagesForStep::new(step))?.print(json)?;
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("blocking: {}", explain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}
