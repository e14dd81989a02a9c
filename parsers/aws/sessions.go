package aws

import (
	"iter"
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// namingAttributes are those in which people say what a cache or a table is for.
var namingAttributes = [graph.Languages][]string{
	graph.Terraform: {"replication_group_id", "cluster_id", "name", "description", "replication_group_description", "tags"},
	graph.CloudFormation: {
		"ReplicationGroupId", "ReplicationGroupDescription", "ClusterName", "ServerlessCacheName", "Description", "TableName", "Tags",
	},
}

// speaksOfSessions tells whether a name has the word session: "user-sessions", "SessionStore", "phpsessions".
func speaksOfSessions(name string) bool {
	lower := strings.ToLower(name)
	for at := 0; ; {
		i := strings.Index(lower[at:], "session")
		if i < 0 {
			return false
		}
		at += i
		if !strings.HasSuffix(lower[:at], "pos") && !strings.HasSuffix(lower[:at], "ob") {
			return true
		}
		at += len("session")
	}
}

// SessionStore tells whether a cache or a table keeps the sessions of an application, and in words how that is known: by
// what it is called, or by the settings of compute that put sessions there. What nobody says is taken for no.
func SessionStore(store *graph.Resource) (is bool, because string) {
	if speaksOfSessions(store.Address) {
		return true, "by its name"
	}
	for _, attribute := range namingAttributes[store.Language] {
		told := eachText(store.Attribute(attribute), func(text string) graph.Tri { return graph.Known(speaksOfSessions(text)) })
		if told == graph.True {
			return true, "by its " + attribute
		}
	}
	if compute := sessionStores(store.Graph())[store]; compute != nil {
		return true, "by the settings of " + compute.Address
	}
	return false, ""
}

// sessionStores are the caches and tables that settings of compute put sessions in, with the first compute that says so.
func sessionStores(g *graph.Graph) map[*graph.Resource]*graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource]*graph.Resource {
		out := map[*graph.Resource]*graph.Resource{}
		for compute := range clients(g) {
			for _, store := range sessionsOf(compute) {
				if out[store] == nil {
					out[store] = compute
				}
			}
		}
		g.TakeDoubts()
		return out
	})
}

// clients yields the compute of a graph that may be configured with a store.
func clients(g *graph.Graph) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, tier := range Tiers(g) {
			if !yield(tier) {
				return
			}
		}
		for f := range function.In(g) {
			if !yield(f) {
				return
			}
		}
	}
}

// sessionsOf are the stores in which compute is told to keep sessions.
func sessionsOf(compute *graph.Resource) []*graph.Resource {
	var named []*graph.Resource // by a key that speaks of sessions
	add := func(key string, v cty.Value) {
		if !speaksOfSessions(key) {
			return
		}
		for _, ref := range graph.Refs(v) {
			if !ref.Possible {
				named = append(named, onlySessionStores(compute.Graph().Targets(ref))...)
			}
		}
	}
	for _, v := range environmentsOf(compute) {
		eachEntry(v, add)
	}
	s := settingsOf(compute)
	var reached []*graph.Resource
	for r := range s.certain {
		reached = append(reached, onlySessionStores([]*graph.Resource{r})...)
	}
	if len(reached) != 1 { // which of several a text means is not known
		return named
	}
	for _, text := range s.texts {
		if sessionSetting.MatchString(text) {
			return append(named, reached[0])
		}
	}
	return named
}

// sessionSetting finds in a script, or in the text of a document, that sessions are kept at an address that is not written
// out, or in a store in memory: session.save_path = "tcp://…", SESSION_DRIVER=redis, session_redis_host = '$HOST'.
var sessionSetting = regexp.MustCompile(`(?i)session[\w.\-]*(["']?\s*(=>|=|:|\s)\s*["']?|"\s*,\s*"value"\s*:\s*")[^\s"',;]*(` + graph.Hole + `|redis|valkey|memcache)` +
	`|session[\w.\-]*(redis|valkey|memcache)[\w.\-]*["']?\s*(=>|=|:)`)

func onlySessionStores(all []*graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for _, r := range all {
		for _, k := range []Kind{replicationGroup, cacheCluster, serverlessCache, memoryDB, table} {
			if r.Mode == graph.Managed && k.Includes(r) == graph.True {
				out = append(out, r)
			}
		}
	}
	return out
}

// environmentsOf are the values in which compute is given settings by key.
func environmentsOf(compute *graph.Resource) []cty.Value {
	switch {
	case Function.Includes(compute) == graph.True:
		return []cty.Value{compute.Attribute([graph.Languages]string{"environment", "Environment"}[compute.Language])}
	case BeanstalkEnvironment.Includes(compute) == graph.True:
		return []cty.Value{compute.Attribute([graph.Languages]string{"setting", "OptionSettings"}[compute.Language])}
	case ECSService.Includes(compute) == graph.True:
		var out []cty.Value
		for task := range ECSService.TaskDefinition.Of(compute).Targets() {
			out = append(out, containersOf(task))
		}
		return out
	}
	return nil
}

// eachEntry yields what is written under a key anywhere in a value: the members of objects and maps, and objects that are
// a name with its value.
func eachEntry(v cty.Value, visit func(key string, v cty.Value)) {
	u, marks := v.Unmark()
	if u.IsNull() || !u.IsKnown() || !u.CanIterateElements() {
		return
	}
	keyed := u.Type().IsObjectType() || u.Type().IsMapType()
	if keyed {
		for _, names := range [][2]string{{"name", "value"}, {"Name", "Value"}, {"OptionName", "Value"}, {"Name", "ValueFrom"}} {
			if name, ok := textOf(member(u, names[0])); ok {
				if value := member(u, names[1]); value != cty.NilVal {
					visit(name, value)
				}
			}
		}
	}
	for it := u.ElementIterator(); it.Next(); {
		k, e := it.Element()
		e = withMarks(e, inherited(marks))
		if name, ok := textOf(k); keyed && ok {
			visit(name, e)
		}
		eachEntry(e, visit)
	}
}

// DependentFleet is the first fleet by address that reaches a store for certain and that a rule of the store or its own
// settings single out, nil where there is none: it comes to harm with the store.
func DependentFleet(store *graph.Resource) *graph.Resource {
	const most = 64 // tiers to look at
	readers := ReadersOf(store)
	for _, tier := range readers.near[:min(most, len(readers.near))] {
		if readers.reachedBy(tier) == graph.True && FleetTier(tier) == graph.True {
			return tier
		}
	}
	return nil
}
