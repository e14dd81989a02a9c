package cli

import (
	"io/fs"
	"os"
)

// colored tells whether a report is to have colours. What the user says on the command line counts before the
// environment, that before whether the report goes to a terminal.
func (p *program) colored(choice string, t target) bool {
	switch {
	case choice != "auto":
		return choice == "always"
	case t.file != toStdout, p.getenv("NO_COLOR") != "":
		return false
	case p.getenv("FORCE_COLOR") != "":
		return p.getenv("FORCE_COLOR") != "0"
	}
	return p.getenv("TERM") != "dumb" && terminal(p.stdout)
}

// terminal tells whether a file is a terminal, as far as its mode shows it; nobody sees the colours of other devices.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	at, err := f.Stat()
	return err == nil && at.Mode()&fs.ModeCharDevice != 0
}
