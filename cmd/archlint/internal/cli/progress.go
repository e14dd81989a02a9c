package cli

import (
	"fmt"
	"sync/atomic"
	"time"
)

// A progress tells on standard error how far a run is: on a terminal alone, and only of a run that lasts.
type progress struct {
	done atomic.Int64
	stop chan struct{}
	idle chan struct{} // closed when nothing is written any more
}

// patience is how long a run may last without a word.
const patience = time.Second

// watch begins to tell of a run over so many units.
func (p *program) watch(units int) *progress {
	w := &progress{stop: make(chan struct{}), idle: make(chan struct{})}
	if !terminal(p.stderr) {
		close(w.idle)
		return w
	}
	go func() {
		defer close(w.idle)
		for wait, told := patience, false; ; wait = patience / 10 {
			select {
			case <-w.stop:
				if told {
					_, _ = fmt.Fprint(p.stderr, "\r\x1b[K")
				}
				return
			case <-time.After(wait):
				told = true
				_, _ = fmt.Fprintf(p.stderr, "\r\x1b[Karchlint: %d of %d units", w.done.Load(), units)
			}
		}
	}()
	return w
}

// end wipes what was told.
func (w *progress) end() {
	close(w.stop)
	<-w.idle
}
