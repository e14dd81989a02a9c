package pairing_test

import (
	"maps"
	"testing"

	"github.com/archlint/archlint/cmd/archlint/internal/pairing"
)

func TestOf(t *testing.T) {
	type names = map[string][]string
	for name, c := range map[string]struct {
		gone, fresh names
		want        map[string]string
	}{
		"moved":                      {names{"old": {"a", "b"}}, names{"new": {"a", "b", "c"}}, map[string]string{"new": "old"}},
		"nothing in common":          {names{"old": {"a"}}, names{"new": {"b"}}, nil},
		"moved and copied":           {names{"old": {"a", "b"}}, names{"new": {"a", "b"}, "copy": {"a", "b"}}, nil},
		"copied in part":             {names{"old": {"a", "b"}}, names{"new": {"a", "b"}, "copy": {"a"}}, map[string]string{"new": "old"}},
		"two that are alike":         {names{"x": {"a"}, "y": {"a"}}, names{"new": {"a"}}, nil},
		"two that have moved":        {names{"x": {"a", "m"}, "y": {"b", "m"}}, names{"v": {"b", "m"}, "w": {"a", "m"}}, map[string]string{"w": "x", "v": "y"}},
		"one prefers what has gone":  {names{"x": {"a", "b", "c"}}, names{"v": {"a"}, "w": {"b", "c"}}, map[string]string{"w": "x"}},
		"nothing has gone or is new": {nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			if got := pairing.Of(c.gone, c.fresh); !maps.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
