package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Bounds of how much the heap may grow, in per cent of what is alive, before it is collected. A run lasts a moment and
// drops each unit when it is judged, so that time is worth more than memory.
const (
	usualGarbage = 300 // as long as nothing is known of what is alive
	leastGarbage = 100
	mostGarbage  = 800
)

// roomy is the size of the heap in bytes up to which garbage is left alone where that spares collections: small enough
// for the smallest machines of continuous integration, beside the tools that run there.
const roomy = 224 << 20

// spendMemory has the heap collected as often as it takes to stay about roomy: seldom where little is alive, and more
// often the more there is.
func spendMemory() {
	debug.SetGCPercent(usualGarbage)
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	// What nothing refers to is finalised by the next collection: so each is told of, and nothing runs between them.
	type bell struct{ _ [16]byte }
	var ring func(*bell)
	ring = func(b *bell) {
		if metrics.Read(live); live[0].Value.Kind() == metrics.KindUint64 {
			debug.SetGCPercent(garbage(live[0].Value.Uint64()))
		}
		runtime.SetFinalizer(b, ring)
	}
	ring(new(bell))
}

// garbage is how much the heap may grow, in per cent, where so many bytes of it are alive.
func garbage(live uint64) int {
	if live >= roomy {
		return leastGarbage
	}
	return int(min(max((roomy-live)*100/max(live, 1), leastGarbage), mostGarbage))
}
