package aws

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A bundle is what the configuration files of an application say about the environment that runs it.
type bundle struct {
	options []bundleOption // in the order in which the files count: the later wins
	open    bool           // something in it cannot be read
	// checks tells whether they make the Auto Scaling group heed the load balancer's health checks, queues whether they
	// speak of the length of a queue.
	checks, queues graph.Tri
	periodic       bool // there is a file of periodic tasks
}

type bundleOption struct {
	key   [2]string
	value string
	known bool
	file  string
}

// environmentProperties is the namespace of an option for which none is written (Elastic Beanstalk Developer Guide,
// "Option settings").
const environmentProperties = "aws:elasticbeanstalk:application:environment"

// beanstalkGroupResource is the logical ID of the Auto Scaling group that Beanstalk makes (Elastic Beanstalk Developer
// Guide, "Modifying the resources that Elastic Beanstalk creates for your environment").
const beanstalkGroupResource = "AWSEBAutoScalingGroup"

// readBundle reads the configuration files of an application, which count in alphabetical order.
func readBundle(g *graph.Graph, b graph.Bundle) bundle {
	type key struct{ dir string }
	return graph.Fact(g, key{b.Dir}, func() bundle {
		out := bundle{checks: graph.False, queues: graph.False}
		files, err := b.Read()
		if err != nil {
			g.Diagnose(graph.Diagnostic{Severity: graph.Warning, Range: graph.Range{File: b.Dir}, Message: err.Error() + "; what it sets is taken as not known"})
			out.open = true
		}
		for _, f := range files {
			if f.Content == nil {
				out.periodic = true
				continue
			}
			out.read(g, f)
		}
		return out
	})
}

func (b *bundle) read(g *graph.Graph, f graph.BundleFile) {
	if f.Broken != nil {
		g.Diagnose(graph.Diagnostic{Severity: graph.Warning, Range: graph.Range{File: f.Path}, Message: "what it sets is taken as not known: " + f.Broken.Error()})
		b.open = true
		return
	}
	lower := bytes.ToLower(f.Content)
	if bytes.Contains(lower, []byte("approximatenumberofmessages")) || bytes.Contains(lower, []byte("aws/sqs")) {
		b.queues = graph.True
	}
	switch settings := entry(f.Value, "option_settings").(type) {
	case map[string]any:
		for namespace, options := range settings {
			named, ok := options.(map[string]any)
			b.open = b.open || !ok && options != nil
			for name, value := range named {
				b.add(f.Path, namespace, name, value)
			}
		}
	case []any:
		for _, item := range settings {
			name, ok := entry(item, "option_name").(string)
			namespace := entry(item, "namespace")
			if namespace == nil {
				namespace = environmentProperties
			}
			in, known := namespace.(string)
			if !ok || !known {
				b.open = true
				continue
			}
			b.add(f.Path, in, name, entry(item, "value"))
		}
	case nil:
	default:
		b.open = true
	}
	if check := entry(entry(entry(entry(f.Value, "Resources"), beanstalkGroupResource), "Properties"), "HealthCheckType"); check != nil {
		b.checks = graph.Unknown
		if text, ok := check.(string); ok {
			b.checks = graph.Known(slices.Contains(strings.Split(text, ","), "ELB"))
		}
	}
}

// add adds the setting of an option. A value in back quotes is a function (Elastic Beanstalk Developer Guide,
// "Functions").
func (b *bundle) add(file, namespace, name string, value any) {
	o := bundleOption{key: [2]string{namespace, name}, file: file}
	switch value.(type) {
	case string, bool, int, float64:
		o.value = fmt.Sprint(value)
		o.known = !strings.HasPrefix(o.value, "`")
	}
	b.options = append(b.options, o)
}

// entry is the value of a key in a map, nil where there is none.
func entry(v any, key string) any {
	m, _ := v.(map[string]any)
	return m[key]
}

// takeBundles adds what the configuration files of the application set, below all that the environment and its template
// say. Where there is one application and one environment they belong together; else any of them may be any one's.
func (s *Settings) takeBundles() {
	g := s.env.Graph()
	s.checks, s.queues = graph.False, graph.False
	sure := len(g.Bundles) == 1 && beanstalkEnvironmentsIn(g) == 1 && !s.env.Many()
	for _, dir := range g.Bundles {
		b := readBundle(g, dir)
		s.periodic = s.periodic || b.periodic
		checks, queues := b.checks, b.queues
		if !sure {
			checks, queues = checks.And(graph.Unknown), queues.And(graph.Unknown)
		}
		if b.open {
			s.open = append(s.open, anyOption)
			checks, queues = checks.Or(graph.Unknown), queues.Or(graph.Unknown)
			g.Doubt(graph.Doubt{Resource: s.env, Message: "a configuration file of the application in " + dir.Dir + " could not be read"})
		}
		s.checks, s.queues = s.checks.Or(checks), s.queues.Or(queues)
		for _, o := range b.options {
			if v, higher := s.values[o.key]; higher && v.state != absent && s.told[o.key] == "" {
				continue
			}
			if !sure {
				s.open = append(s.open, o.key)
				continue
			}
			v := Value[string]{Place: graph.Place{Resource: s.env}, state: written, present: graph.True, value: o.value, known: o.known,
				raw: cty.StringVal(o.value), label: "the option " + o.key[1]}
			if !o.known {
				v.raw = cty.UnknownVal(cty.String)
			}
			s.values[o.key], s.told[o.key] = v, o.file
		}
	}
	if !sure && s.checks == graph.Unknown {
		g.Doubt(graph.Doubt{Resource: s.env, Message: "which of the applications in sight " + s.env.Address + " runs is not known"})
	}
}

// beanstalkEnvironmentsIn counts the environments of a graph.
func beanstalkEnvironmentsIn(g *graph.Graph) int {
	type key struct{}
	return graph.Fact(g, key{}, func() (n int) {
		for range BeanstalkEnvironment.In(g) {
			n++
		}
		return n
	})
}

// ChecksBeyondEC2 tells whether the environment's Auto Scaling group heeds the health checks of its load balancer, as
// only the configuration files of the application can make it (Elastic Beanstalk Developer Guide, "Auto Scaling health
// check setting for your Elastic Beanstalk environment").
func (s Settings) ChecksBeyondEC2() graph.Tri { return s.checks }
