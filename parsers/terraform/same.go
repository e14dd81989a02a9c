package terraform

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// identities are the arguments by which data sources find one thing, of those data sources that have the type of a
// resource: see the "Argument Reference" of each (https://registry.terraform.io/providers/hashicorp/aws/latest/docs).
var identities = map[string][]string{
	"aws_autoscaling_group": {"name"}, "aws_launch_configuration": {"name"}, "aws_launch_template": {"id", "name"},
	"aws_instance": {"instance_id"}, "aws_network_interface": {"id"}, "aws_eip": {"id", "public_ip"},
	"aws_elb": {"name"}, "aws_lb": {"arn", "name"}, "aws_lb_listener": {"arn"}, "aws_lb_target_group": {"arn", "name"},
	"aws_vpc": {"id"}, "aws_subnet": {"id"}, "aws_security_group": {"id", "name"}, "aws_route_table": {"route_table_id"},
	"aws_internet_gateway": {"internet_gateway_id"}, "aws_nat_gateway": {"id"},
	"aws_db_instance": {"db_instance_identifier"}, "aws_rds_cluster": {"cluster_identifier"}, "aws_db_subnet_group": {"name"},
	"aws_elasticache_cluster": {"cluster_id"}, "aws_elasticache_replication_group": {"replication_group_id"}, "aws_elasticache_subnet_group": {"name"},
	"aws_memorydb_cluster": {"name"}, "aws_redshift_cluster": {"cluster_identifier"}, "aws_dynamodb_table": {"name"},
	"aws_efs_file_system": {"file_system_id"}, "aws_efs_mount_target": {"mount_target_id"}, "aws_s3_bucket": {"bucket"},
	"aws_ecs_cluster": {"cluster_name"}, "aws_eks_cluster": {"name"}, "aws_lambda_function": {"function_name"},
	"aws_iam_role": {"name"}, "aws_iam_instance_profile": {"name"}, "aws_iam_policy": {"arn", "name"}, "aws_route53_zone": {"zone_id"},
	"aws_secretsmanager_secret": {"arn", "name"}, "aws_ssm_parameter": {"name"}, "aws_sqs_queue": {"name"}, "aws_sns_topic": {"name"},
}

// attributeOfIdentity are the attributes of resources that have what data sources are handed, where they are called
// otherwise than the argument.
var attributeOfIdentity = map[string]string{
	"instance_id": "id", "route_table_id": "id", "internet_gateway_id": "id", "file_system_id": "id", "mount_target_id": "id",
	"db_instance_identifier": "identifier", "cluster_name": "name",
}

// identifies tells whether an attribute of a resource is what a data source finds it by in an argument. Other attributes
// may be those of another resource of the type: an instance's replicate_source_db is the identifier of another instance.
func identifies(attribute, argument string) bool {
	return attribute == "id" || attribute == "arn" || attribute == cmp.Or(attributeOfIdentity[argument], argument)
}

// oneType gives the types that are called by two names one of them.
func oneType(kind string) string {
	if rest, ok := strings.CutPrefix(kind, "aws_alb"); ok {
		return "aws_lb" + rest
	}
	return kind
}

// same gives the resource of the unit, or of another, that a data source finds because it is handed its ID, ARN or name.
// of is nil where the resource is not here, or may not exist.
func (m *module) same(in *instance) (ref graph.Ref, at *module, of *instance, ok bool) {
	if in.block.Type != "data" {
		return ref, nil, nil, false
	}
	kind := oneType(in.block.Labels[0])
	if identities[kind] == nil {
		return ref, nil, nil, false
	}
	s, done := m.u.found[in]
	if !done {
		m.u.found[in] = sought{} // one that is found by itself is not
		for _, name := range identities[kind] {
			if a := in.block.Body.Attributes[name]; a != nil && !s.ok {
				s = m.seek(kind, a, m.written(in, name), scope{m: m, inst: in})
			}
		}
		m.u.found[in] = s
	}
	return s.ref, s.at, s.of, s.ok
}

// A sought is what a data source finds.
type sought struct {
	ref graph.Ref
	at  *module
	of  *instance
	ok  bool
}

// seek finds the resource whose ID, ARN or name an argument is, and not only is made from.
func (m *module) seek(kind string, a *hclsyntax.Attribute, v cty.Value, s scope) sought {
	var found sought
	plain, marks := v.Unmark()
	for mark := range marks {
		switch mark := mark.(type) {
		case graph.Partial:
			return sought{} // it is made from that
		case graph.Ref:
			if found.ok {
				return sought{}
			}
			found = sought{ref: mark, ok: true}
		}
	}
	if !found.ok || !identifies(found.ref.Attribute, a.Name) || strings.HasSuffix(found.ref.Address, "[*]") || isData(found.ref.Address) || typeAt(found.ref.Address) != kind {
		return sought{}
	}
	found.at, found.of = m.u.find(found.ref.Address)
	if found.of != nil && found.of.exists.And(found.at.exists) != graph.True {
		found.of = nil
	}
	switch attribute := found.ref.Attribute; {
	case attribute == "id" || attribute == "arn":
	case plain.IsKnown() && found.of != nil:
		if there := unmarked(found.at.written(found.of, attribute)); !there.RawEquals(plain) {
			return sought{}
		}
	default:
		if !s.isReference(a.Expr) {
			return sought{}
		}
	}
	return found
}

// isReference tells whether an expression is a resource's attribute as it is.
func (s scope) isReference(e hclsyntax.Expression) bool {
	s, e = s.origin(e)
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return false
	}
	g, _ := s.instances(t.Traversal)
	return g != nil && !g.called
}

// typeAt is the type of the resource at an address.
func typeAt(address string) string {
	parts := strings.Split(graph.WithoutKeys(address), ".")
	if len(parts) < 2 {
		return ""
	}
	kind := parts[len(parts)-2]
	return oneType(kind[strings.LastIndexByte(kind, ':')+1:])
}

// isData tells whether an address is that of a data source.
func isData(address string) bool {
	parts := strings.Split(graph.WithoutKeys(address), ".")
	return len(parts) >= 3 && strings.HasSuffix(parts[len(parts)-3], "data")
}

// find gives the instance at an address of the unit, nil where there is none.
func (u *unit) find(address string) (*module, *instance) {
	m := u.main
	if m == nil {
		return nil, nil
	}
	for {
		rest, ok := strings.CutPrefix(address, m.address)
		if !ok || !u.spend(1, hcl.Range{}) {
			return nil, nil
		}
		call, ok := strings.CutPrefix(rest, "module.")
		if !ok {
			in := m.instanceAt(rest, address)
			return m, in
		}
		if i := strings.IndexAny(call, ".["); i >= 0 {
			call = call[:i]
		}
		all, _ := m.children(call)
		i := slices.IndexFunc(all, func(c *module) bool { return c.d != nil && strings.HasPrefix(address, c.address) })
		if i < 0 || !u.spend(i, hcl.Range{}) {
			return nil, nil
		}
		m = all[i]
	}
}

// instanceAt gives the instance of a resource of the module, by its address without the module's and with it.
func (m *module) instanceAt(rest, address string) *instance {
	key, _, _ := strings.Cut(rest, "[")
	b := m.d.resources[key]
	if b == nil {
		return nil
	}
	return m.expand(key, b).at(address)
}
