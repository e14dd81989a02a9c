package cli

import (
	"os"
	"strconv"
)

// narrowest is the least width that text is wrapped to, in columns.
const narrowest = 40

// columns is the width of the terminal that a report goes to, in columns; 0 where it goes elsewhere or nobody knows. What
// the user says in COLUMNS counts before what the terminal says.
func (p *program) columns(t target) int {
	if t.file != toStdout || !terminal(p.stdout) {
		return 0
	}
	n, err := strconv.Atoi(p.getenv("COLUMNS"))
	if err != nil || n <= 0 {
		f, ok := p.stdout.(*os.File)
		if !ok {
			return 0
		}
		if n = terminalWidth(f); n <= 0 {
			return 0
		}
	}
	return max(n, narrowest)
}
