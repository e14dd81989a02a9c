package cli

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// A progress tells how far a run is, if the run lasts. The zero value tells nothing.
type progress struct {
	done atomic.Int64  // units
	stop chan struct{} // closed to end it
	idle chan struct{} // closed when nothing is written any more
}

// patience is how long a run may last without a word.
const patience = time.Second

// watch tells on standard error of a run over so many units, if that is a terminal.
func (p *program) watch(units int) *progress {
	if !terminal(p.stderr) {
		return &progress{}
	}
	return tell(p.stderr, units, patience)
}

// tell begins to write to a terminal after a while, and then ten times as often.
func tell(w io.Writer, units int, after time.Duration) *progress {
	run := &progress{stop: make(chan struct{}), idle: make(chan struct{})}
	go func() {
		defer close(run.idle)
		told := false
		for wait := after; ; wait = after / 10 {
			select {
			case <-run.stop:
				if told {
					_, _ = fmt.Fprint(w, "\r\x1b[K")
				}
				return
			case <-time.After(wait):
				told = true
				_, _ = fmt.Fprintf(w, "\r\x1b[Karchlint: %d of %d units", run.done.Load(), units)
			}
		}
	}()
	return run
}

// end wipes what was told.
func (run *progress) end() {
	if run.stop != nil {
		close(run.stop)
		<-run.idle
	}
}
