"""What makes a shell complete the commands: a script that needs no start of Python for each key."""

import argparse
from collections.abc import Iterable, Iterator

from tellings.cli.arguments import COMMANDS, SHELLS, Known

__all__ = ["script"]

BASH = """\
# Completion of tellings for bash. In ~/.bashrc: eval "$(tellings completion bash)"
_tellings() {
    local word=${COMP_WORDS[COMP_CWORD]} command= place=0 i=1 list= folder=$PWD
    while ((i < COMP_CWORD)); do
        case ${COMP_WORDS[i]} in
            @VALUED@)
                [[ ${COMP_WORDS[i + 1]} == "=" ]] && ((i++))
                ((i++)) ;;
            -*) ;;
            *) if [[ -n $command ]]; then ((place++)); else command=${COMP_WORDS[i]}; fi ;;
        esac
        ((i++))
    done
    COMPREPLY=()
    ((i > COMP_CWORD)) && return
    if [[ $word == -* ]]; then
        list="@OPTIONS@"
        case $command in
@OWN@
        esac
    elif [[ -z $command ]]; then
        list="@COMMANDS@"
    elif ((place == 0)); then
        case $command in
            @SLUGGED@)
                while [[ -n $folder && ! -d $folder/content/events ]]; do folder=${folder%/*}; done
                for folder in "$folder"/content/events/*/; do
                    folder=${folder%/}
                    list+=" ${folder##*/}"
                done
                [[ $list == " *" ]] && list= ;;
            completion) list="@SHELLS@" ;;
        esac
    fi
    [[ -n $list ]] && COMPREPLY=($(compgen -W "$list" -- "$word"))
}
complete -o default -F _tellings tellings
"""
ZSH = """\
#compdef tellings
# Completion of tellings for zsh. In ~/.zshrc, below compinit: eval "$(tellings completion zsh)"
_tellings() {
    local -a commands options slugs
    local command= folder=$PWD place=0 i=2
    commands=(@COMMANDS@)
    options=(@OPTIONS@)
    while ((i < CURRENT)); do
        case $words[i] in
            @VALUED@) ((i++)) ;;
            -*) ;;
            *) if [[ -n $command ]]; then ((place++)); else command=$words[i]; fi ;;
        esac
        ((i++))
    done
    if ((i > CURRENT)); then
        _files
    elif [[ $words[CURRENT] == -* ]]; then
        case $command in
@OWN@
        esac
        _describe option options
    elif [[ -z $command ]]; then
        _describe command commands
    elif ((place == 0)) && [[ $command == (@SLUGGED@) ]]; then
        while [[ -n $folder && ! -d $folder/content/events ]]; do folder=${folder%/*}; done
        slugs=($folder/content/events/*(/N:t))
        _describe event slugs
    elif ((place == 0)) && [[ $command == completion ]]; then
        _values shell @SHELLS@
    else
        _files
    fi
}
compdef _tellings tellings
"""
FISH = """\
# Completion of tellings for fish. In ~/.config/fish/config.fish: tellings completion fish | source
function __tellings_events
    set -l folder (pwd)
    while test -n "$folder" -a ! -d "$folder/content/events"
        set folder (string replace -r '/[^/]*$' '' -- $folder)
    end
    for event in $folder/content/events/*/
        basename $event
    end
end
"""


def script(shell: str, known: Known) -> str:
    """Write the script of a shell."""
    match shell:
        case "bash":
            return _bash(known)
        case "zsh":
            return _zsh(known)
        case _:
            return "\n".join([FISH.rstrip("\n"), *_fish(known), ""])


def _bash(known: Known) -> str:
    own = (
        f'            {name}) list+=" {" ".join(flags)}" ;;'
        for name, actions in known.commands.items()
        if (flags := [flag for action in actions for flag in _of(action)])
    )
    shared = " ".join(["--help", *(flag for action in known.options for flag in _of(action))])
    commands = " ".join(COMMANDS)
    return _filled(BASH, known, OPTIONS=shared, OWN="\n".join(own), COMMANDS=commands)


def _zsh(known: Known) -> str:
    own = (
        f"            {name}) options+=({_described(actions)}) ;;"
        for name, actions in known.commands.items()
        if any(action.option_strings for action in actions)
    )
    commands = " ".join(_quoted(f"{name}:{help_}") for name, help_ in COMMANDS.items())
    options = f"{_quoted('--help:show what can be typed')} {_described(known.options)}"
    return _filled(ZSH, known, OPTIONS=options, OWN="\n".join(own), COMMANDS=commands)


def _fish(known: Known) -> Iterator[str]:
    for name, help_ in COMMANDS.items():
        yield f"complete -c tellings -n __fish_use_subcommand -f -a {name} -d {_quoted(help_)}"
    yield "complete -c tellings -l help -d 'show what can be typed'"
    for action in known.options:
        yield f"complete -c tellings{_flags(action)}"
    for name, actions in known.commands.items():
        when = f"complete -c tellings -n '__fish_seen_subcommand_from {name}'"
        for action in actions:
            if action.option_strings:
                yield f"{when}{_flags(action)}"
            elif action.dest == "slug" and _asks_for_event(name, actions):
                alone = "" if name == "ingest" else " -f"
                yield f"{when}{alone} -a '(__tellings_events)'"
            elif action.dest == "shell":
                yield f"{when} -f -a '{' '.join(SHELLS)}'"


def _flags(action: argparse.Action) -> str:
    names = (
        f" -{'l' if flag.startswith('--') else 's'} {flag.lstrip('-')}" for flag in _of(action)
    )
    return f"{''.join(names)}{' -r' if action.nargs != 0 else ''} -d {_quoted(action.help or '')}"


def _described(actions: Iterable[argparse.Action]) -> str:
    return " ".join(
        _quoted(f"{flag}:{action.help or ''}") for action in actions for flag in _of(action)
    )


def _filled(text: str, known: Known, **places: str) -> str:
    every = [*known.options, *(action for own in known.commands.values() for action in own)]
    valued = [flag for action in every if action.nargs != 0 for flag in _of(action)]
    slugged = [name for name, own in known.commands.items() if _asks_for_event(name, own)]
    places = {
        **places,
        "VALUED": "|".join(valued),
        "SLUGGED": "|".join(slugged),
        "SHELLS": " ".join(SHELLS),
    }
    for name, words in places.items():
        text = text.replace(f"@{name}@", words)
    return text


def _asks_for_event(name: str, own: Iterable[argparse.Action]) -> bool:
    return name != "new" and any(action.dest == "slug" for action in own)


def _of(action: argparse.Action) -> list[str]:
    return list(action.option_strings)


def _quoted(words: str) -> str:
    # The help has ’ and “ for marks where it can: a plain one would end the shell's quotation.
    return "'" + words.replace("'", "’") + "'"
