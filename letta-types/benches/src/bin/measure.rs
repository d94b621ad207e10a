//! One contestant on one payload, so many times: what callgrind counts.
//!
//! ```text
//! measure                                      all that there is, as JSON
//! measure <payload> <contestant> <count>       does the work so many times
//! measure linear <input> <factor> <count>      reads an input that grows
//! measure bodies <payload>                     what is read, as a JSON array of texts
//! measure wall <payload> <contestant> <shift>  nanoseconds of one pass, its memory shifted by so many bytes, as JSON
//! ```

use std::{env, error::Error, process::ExitCode};

use letta_types_benches::{
    contestants,
    linear::{FACTORS, INPUTS},
    payloads, wall,
};
use serde_json::json;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        [] => list(),
        ["linear", input, factor, count] => linear(input, factor, count),
        ["bodies", payload] => bodies(payload),
        ["wall", payload, contestant, shift] => time(payload, contestant, shift),
        [payload, contestant, count] => measure(payload, contestant, count),
        _ => Err("usage: see its source".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("measure: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the payloads, and which contestants can't read them, and why.
fn list() -> Result<(), Box<dyn Error>> {
    let mut listed = Vec::new();
    for name in payloads::NAMES {
        let payload = payloads::payload(name)?.ok_or("no such payload")?;
        let refused: serde_json::Map<_, _> = contestants()
            .filter_map(|one| Some((one.name.to_owned(), (one.prepare)(&payload).err()?.into())))
            .collect();
        listed.push(json!({
            "name": name,
            "bytes": payload.bytes(),
            "elements": payload.elements,
            "refused": refused,
        }));
    }
    let contestants: Vec<_> = contestants()
        .map(|one| json!({"name": one.name, "about": one.about}))
        .collect();
    let linear: Vec<_> = INPUTS
        .iter()
        .map(|one| {
            let bytes = FACTORS.map(|factor| one.text(factor).len());
            json!({"name": one.name, "about": one.about, "bytes": bytes})
        })
        .collect();
    let all = json!({"payloads": listed, "contestants": contestants, "linear": linear});
    println!("{}", serde_json::to_string_pretty(&all)?);
    Ok(())
}

fn bodies(payload: &str) -> Result<(), Box<dyn Error>> {
    let payload = payloads::payload(payload)?.ok_or("no such payload")?;
    println!("{}", serde_json::to_string(&payload.bodies)?);
    Ok(())
}

fn measure(payload: &str, name: &str, count: &str) -> Result<(), Box<dyn Error>> {
    let count: usize = count.parse()?;
    let payload = payloads::payload(payload)?.ok_or("no such payload")?;
    let contestant = contestants()
        .find(|one| one.name == name)
        .ok_or("no such contestant")?;
    let mut work = (contestant.prepare)(&payload)?;
    for _ in 0..count {
        work();
    }
    Ok(())
}

fn linear(name: &str, factor: &str, count: &str) -> Result<(), Box<dyn Error>> {
    let input = INPUTS.iter().find(|one| one.name == name);
    let input = input.ok_or("no such input")?;
    Ok(input.read(factor.parse()?, count.parse()?)?)
}

fn time(payload: &str, contestant: &str, shift: &str) -> Result<(), Box<dyn Error>> {
    let payload = payloads::payload(payload)?.ok_or("no such payload")?;
    let time = wall::time(&payload, contestant, shift.parse()?);
    println!("{}", serde_json::to_string(&time)?);
    Ok(())
}
