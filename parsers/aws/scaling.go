package aws

import (
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// ScalingPolicy is a scaling policy of an Auto Scaling group; TargetScalingPolicy one of Application Auto Scaling.
//
// Defaults: a policy of a group is a simple one, and enabled (Amazon EC2 Auto Scaling API Reference, PutScalingPolicy); the
// provider makes one of Application Auto Scaling a step policy (resource aws_appautoscaling_policy, policy_type), and
// CloudFormation demands the type.
var (
	ScalingPolicy = struct {
		Kind
		Group   Edge
		Type    Attr[string] // SimpleScaling, StepScaling, TargetTrackingScaling, PredictiveScaling
		Enabled Attr[bool]
	}{
		Kind:    scalingPolicy,
		Group:   scalingPolicy.edge(graph.Scales, "autoscaling_group_name", "AutoScalingGroupName", autoScalingGroup),
		Type:    scalingPolicy.string("policy_type", "PolicyType").or("SimpleScaling"),
		Enabled: scalingPolicy.bool("enabled", "").or(true),
	}
	TargetScalingPolicy = struct {
		Kind
		Type Attr[string] // StepScaling, TargetTrackingScaling, PredictiveScaling
	}{
		Kind: targetScalingPolicy,
		Type: targetScalingPolicy.string("policy_type", "PolicyType").orIn(graph.Terraform, "StepScaling"),
	}
)

// ScheduledAction changes the sizes of an Auto Scaling group at a time.
var ScheduledAction = struct {
	Kind
	Group    Edge
	Min, Max Attr[int]
}{
	Kind:  scheduledAction,
	Group: scheduledAction.edge(graph.Scales, "autoscaling_group_name", "AutoScalingGroupName", autoScalingGroup),
	Min:   scheduledAction.int("min_size", "MinSize"),
	Max:   scheduledAction.int("max_size", "MaxSize"),
}

// ScalingPlan is a plan of AWS Auto Scaling, which makes policies for the groups that it names.
var ScalingPlan = struct {
	Kind
	Groups Edge
}{
	Kind:   scalingPlan,
	Groups: scalingPlan.edge(graph.Scales, "scaling_instruction.resource_id", "ScalingInstructions.ResourceId", autoScalingGroup),
}

// Alarm is a CloudWatch alarm, on a metric or on others.
var Alarm = struct{ Kind }{alarm}

// actionLists are the attributes that say what an alarm does: as it goes off, when all is well again, and where too
// little is known.
var actionLists = [graph.Languages][]string{
	graph.Terraform:      {"alarm_actions", "ok_actions", "insufficient_data_actions"},
	graph.CloudFormation: {"AlarmActions", "OKActions", "InsufficientDataActions"},
}

// groupName is the name that others may call an Auto Scaling group by.
var groupName = autoScalingGroup.string("name", "AutoScalingGroupName")

// CanGrow tells whether a group may have more instances than its minimum.
func CanGrow(asg *graph.Resource) graph.Tri {
	least, most := AutoScalingGroup.Min.Of(asg), AutoScalingGroup.Max.Of(asg)
	if n, ok := least.Get(); ok {
		return AtLeast(most, n+1)
	}
	if n, ok := most.Get(); ok {
		return AtLeast(least, n).Not()
	}
	if same(least, most) {
		return graph.False
	}
	least.doubt()
	most.doubt()
	return graph.Unknown
}

// same tells whether two values of one resource are certain to be equal: by what they are, or by what is written for them.
func same(a, b Value[int]) bool {
	if x, ok := a.Get(); ok {
		y, ok := b.Get()
		return ok && x == y
	}
	words := a.Place.Resource.Words(a.Place.Path)
	return words != "" && words == b.Place.Resource.Words(b.Place.Path)
}

// ScalersOf are what changes the size of a group: enabled policies, scheduled actions, and scaling plans that name it.
func ScalersOf(asg *graph.Resource) Backs {
	type key struct{ r *graph.Resource }
	return graph.Fact(asg.Graph(), key{asg}, func() Backs {
		var out Backs
		for _, e := range scalers {
			b := e.Into(asg)
			for _, i := range b.Items {
				if ScalingPolicy.Includes(i.From) == graph.True {
					if i.Certain = i.Certain.And(ScalingPolicy.Enabled.Of(i.From).Is(true)); i.Certain == graph.False {
						continue
					}
				}
				out.Items = append(out.Items, i)
			}
		}
		name := groupName.Of(asg)
		out.Open = openScalers(asg, name.Written() != graph.False && name.Or("") == "")
		return out
	})
}

// openScalers are the scalers that may lead to a group without naming it, and, where its name is not known, those that name
// a group out of sight. The groups of a unit share the list.
func openScalers(asg *graph.Resource, unnamed bool) []Back {
	type key struct {
		owner   string
		unnamed bool
	}
	return graph.Fact(asg.Graph(), key{asg.Owner, unnamed}, func() []Back {
		var out []Back
		for _, e := range scalers {
			out = append(out, e.Into(asg).Open...)
		}
		if unnamed {
			out = append(out, strayScalers(asg.Graph())...)
		}
		return out
	})
}

var scalers = []Edge{ScalingPolicy.Group, ScheduledAction.Group, ScalingPlan.Groups}

// strayScalers are those that name a group which is not in sight by that name.
func strayScalers(g *graph.Graph) []Back {
	type key struct{}
	return graph.Fact(g, key{}, func() []Back {
		var out []Back
		for _, e := range scalers {
			for r := range e.owner.In(g) {
				for _, l := range e.Of(r).Items {
					if l.Literal != "" && len(l.Candidates) == 0 {
						out = append(out, Back{From: r, Certain: graph.Unknown, Place: l.Place})
					}
				}
			}
		}
		g.TakeDoubts()
		return out
	})
}

// ActingScalersOf are those of [ScalersOf] that change the size of a group by themselves. A policy that only an alarm
// could call, and none does, is not among them.
func ActingScalersOf(asg *graph.Resource) Backs {
	all := ScalersOf(asg)
	out := Backs{Open: all.Open}
	for _, i := range all.Items {
		if ScalingPolicy.Includes(i.From) == graph.True {
			if i.Certain = i.Certain.And(acts(i.From)); i.Certain == graph.False {
				continue
			}
		}
		out.Items = append(out.Items, i)
	}
	return out
}

// acts tells whether something makes a scaling policy act.
func acts(policy *graph.Resource) graph.Tri {
	out := NeedsAlarm(policy).Not()
	if out != graph.True {
		out = out.Or(Alarmed(policy))
	}
	if out == graph.False {
		out = policy.Graph().Hides(policy).Or(CalledOutOfSight(policy))
	}
	return out
}

// WidenedBySchedule tells whether a scheduled action raises the maximum of a group.
func WidenedBySchedule(asg *graph.Resource) graph.Tri {
	most, ok := AutoScalingGroup.Max.Of(asg).Get()
	return scheduled(asg, func(action *graph.Resource) graph.Tri {
		v := ScheduledAction.Max.Of(action)
		if written := v.Written(); !ok || written == graph.False {
			return written
		}
		return AtLeast(v, most+1)
	})
}

// RaisedBySchedule tells whether a scheduled action keeps two or more instances of a group at times: when fewer will do is
// then a choice.
func RaisedBySchedule(asg *graph.Resource) graph.Tri {
	return scheduled(asg, func(action *graph.Resource) graph.Tri {
		v := ScheduledAction.Min.Of(action)
		if written := v.Written(); written == graph.False {
			return written
		}
		return AtLeast(v, 2)
	})
}

// RestsEmpty tells whether a group is made without any instance: whether something fills it, or it was forgotten, nobody
// can see. It is Unknown or False.
func RestsEmpty(asg *graph.Resource) graph.Tri {
	least, desired := AutoScalingGroup.Min.Of(asg), AutoScalingGroup.Desired.Of(asg)
	if AtLeast(least, 1) == graph.True || desired.Written() != graph.False && desired.Is(0) == graph.False {
		return graph.False
	}
	asg.Graph().Doubt(graph.Doubt{Resource: asg, Message: asg.Address + " is made without an instance, perhaps on purpose"})
	return graph.Unknown
}

// scheduled asks a question about the scheduled actions of a group.
func scheduled(asg *graph.Resource, question func(action *graph.Resource) graph.Tri) graph.Tri {
	actions := ScheduledAction.Group.Into(asg)
	out := graph.False
	for _, b := range actions.Open {
		out = out.Or(graph.Unknown.And(question(b.From)))
	}
	for _, b := range actions.Items {
		out = out.Or(b.Certain.And(question(b.From)))
	}
	return out
}

// ScaledOutOfSight tells whether something may scale the group that the graph does not tell of: a program that names it,
// something because of which changes of its desired capacity are ignored, or who uses the unit and is handed the group.
// It is Unknown or False.
func ScaledOutOfSight(asg *graph.Resource) graph.Tri {
	out := asg.Graph().Offered(asg)
	if by := MentionedByProgram(asg); by != nil {
		asg.Graph().Doubt(graph.Doubt{Resource: asg, Message: by.Address + " names " + asg.Address + " and may scale it"})
		return graph.Unknown
	}
	return out.Or(SizeLeftToOthers(asg))
}

// SizeLeftToOthers tells whether something out of sight may scale a group or service, because deployments leave its size
// as they find it. It is Unknown or False.
func SizeLeftToOthers(compute *graph.Resource) graph.Tri {
	kept := SizeKept(compute)
	if kept == graph.True {
		size := "capacity"
		if ECSService.Includes(compute) == graph.True {
			size = "count"
		}
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "changes of the desired " + size + " of " + compute.Address + " are ignored: something else may scale it"})
	}
	return kept.And(graph.Unknown)
}

// unclearTarget tells whether a scalable target of which it is not known what it scales may be one of a dimension that begins
// so, by an edge of [ScalableTarget].
func unclearTarget(g *graph.Graph, by Edge, dimension string) bool {
	type key struct {
		*edgeFacts
		dimension string
	}
	return graph.Fact(g, key{by.edgeFacts, dimension}, func() bool {
		for t := range ScalableTarget.In(g) {
			l := by.Of(t)
			if (l.Open || slices.ContainsFunc(l.Items, func(i Link) bool { return i.Open })) && HasPrefix(ScalableTarget.Dimension.Of(t), dimension) != graph.False {
				g.TakeDoubts()
				doubtPlace(t, pathText(l.Place.Path))
				return true
			}
		}
		g.TakeDoubts()
		return false
	})
}

// TargetsThatScale are the targets of Application Auto Scaling by which the tasks of a service become more or fewer.
func TargetsThatScale(service *graph.Resource) Backs {
	b := ScalableTarget.Service.Into(service)
	out := Backs{Open: b.Open}
	for _, i := range b.Items {
		if !same(ScalableTarget.Min.Of(i.From), ScalableTarget.Max.Of(i.From)) {
			out.Items = append(out.Items, i)
		}
	}
	return out
}

// ManagedByECS tells whether ECS scales the group by what its tasks need: a capacity provider with managed scaling stands
// on it. What a provider does where nothing is written of it, no documentation says.
func ManagedByECS(asg *graph.Resource) graph.Tri {
	providers := CapacityProvider.Group.Into(asg)
	out := graph.False
	if len(providers.Open) > 0 {
		out = providers.Any()
	}
	for _, b := range providers.Items {
		managed := CapacityProvider.ManagedScaling.Of(b.From)
		if managed.Unwritten() {
			asg.Graph().Doubt(graph.Doubt{Resource: b.From, Message: "whether " + b.From.Address + " scales its group is not written"})
			out = out.Or(b.Certain.And(graph.Unknown))
			continue
		}
		out = out.Or(b.Certain.And(managed.Is("ENABLED")))
	}
	return out
}

// groupSizeKept says that CloudFormation leaves the sizes of a group alone unless the template has changed them; it is
// false unless written (AWS CloudFormation User Guide, "UpdatePolicy attribute").
var groupSizeKept = autoScalingGroup.bool("", "@UpdatePolicy.AutoScalingScheduledAction.IgnoreUnmodifiedGroupSizeProperties").or(false)

// SizeKept tells whether deployments leave the number of instances or tasks of a group or service as scaling has set it,
// whatever is written.
func SizeKept(compute *graph.Resource) graph.Tri {
	if compute.Language == graph.CloudFormation {
		if AutoScalingGroup.Includes(compute) != graph.True {
			return graph.False
		}
		return groupSizeKept.Of(compute).Is(true)
	}
	desired := AutoScalingGroup.Desired.absentAt(compute.Language)
	if ECSService.Includes(compute) == graph.True {
		desired = ECSService.Desired.absentAt(compute.Language)
	}
	name := pathText(desired)
	kept := compute.Source.Ignored(name)
	if kept == graph.Unknown {
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "a plan does not say whether changes of " + name + " are ignored"})
	}
	return kept
}

// PolicyType tells in words of what type a scaling policy is that needs an alarm.
func PolicyType(policy *graph.Resource) string {
	if ScalingPolicy.Includes(policy) == graph.True && ScalingPolicy.Type.Of(policy).Is("SimpleScaling") == graph.True {
		return "a simple"
	}
	return "a step"
}

// CopiedByDeployments tells whether CodeDeploy makes a copy of the group for each deployment, which then takes its place:
// the copy has a name that is not written anywhere.
func CopiedByDeployments(asg *graph.Resource) graph.Tri {
	out := graph.False
	for _, b := range CodeDeployGroup.Groups.Into(asg).Items {
		out = out.Or(b.Certain.And(CodeDeployGroup.GreenFleet.Of(b.From).Is("COPY_AUTO_SCALING_GROUP")))
	}
	return out
}

// NeedsAlarm tells whether a scaling policy, of either sort, acts only when an alarm calls it: a simple or step policy
// that is enabled.
func NeedsAlarm(policy *graph.Resource) graph.Tri {
	if ScalingPolicy.Includes(policy) == graph.True {
		return ScalingPolicy.Enabled.Of(policy).Is(true).And(ScalingPolicy.Type.Of(policy).In("SimpleScaling", "StepScaling"))
	}
	return TargetScalingPolicy.Type.Of(policy).Is("StepScaling")
}

// Alarmed tells whether an alarm in sight calls the scaling policy.
func Alarmed(policy *graph.Resource) graph.Tri {
	called := calledByAlarms(policy.Graph())
	out := graph.False
	for _, b := range called.of[policy] {
		if b.Certain != graph.True {
			policy.Graph().Doubt(graph.Doubt{Resource: b.From, Message: b.From.Address + " may call " + policy.Address + ", or not"})
		}
		out = out.Or(b.Certain)
	}
	if out == graph.False && called.open != nil {
		policy.Graph().Doubt(graph.Doubt{Resource: called.open, Message: "the scaling policies that " + called.open.Address + " calls are not known"})
		return graph.Unknown
	}
	return out
}

// programs are types of resources that run or start a program, which may do with what they name as it likes.
var programs = [graph.Languages]map[string]bool{
	graph.Terraform: {"aws_lambda_function": true, "aws_instance": true, "aws_launch_template": true, "aws_launch_configuration": true,
		"aws_ecs_task_definition": true, "aws_sfn_state_machine": true, "aws_ssm_document": true, "aws_ssm_association": true, "aws_ssm_parameter": true,
		"aws_cloudwatch_event_target": true, "aws_scheduler_schedule": true, "null_resource": true, "terraform_data": true, "local_file": true},
	graph.CloudFormation: {"AWS::Lambda::Function": true, "AWS::Serverless::Function": true, "AWS::EC2::Instance": true, "AWS::EC2::LaunchTemplate": true,
		"AWS::AutoScaling::LaunchConfiguration": true, "AWS::ECS::TaskDefinition": true, "AWS::StepFunctions::StateMachine": true, "AWS::SSM::Document": true,
		"AWS::SSM::Association": true, "AWS::SSM::Parameter": true, "AWS::Events::Rule": true, "AWS::Scheduler::Schedule": true},
}

// policyHolders are types of resources that hold policies of IAM.
var policyHolders = [graph.Languages]map[string]bool{
	graph.Terraform:      {"aws_iam_policy": true, "aws_iam_role_policy": true, "aws_iam_role": true},
	graph.CloudFormation: {"AWS::IAM::Policy": true, "AWS::IAM::RolePolicy": true, "AWS::IAM::ManagedPolicy": true, "AWS::IAM::Role": true},
}

// scalingAction finds an action of IAM by which a program scales a group or executes a policy; the same words stand
// behind a colon in ARNs.
var scalingAction = regexp.MustCompile(`(?:^|[^:\w])autoscaling:(?:\*|Set|SetDesiredCapacity|Update|UpdateAutoScalingGroup|ExecutePolicy)(?:\*|\W|$)`)

// letsScale tells whether a resource holds a policy that lets somebody scale groups.
func letsScale(r *graph.Resource) bool {
	if !policyHolders[r.Language][r.Type] {
		return false
	}
	for _, name := range r.Source.Attributes() {
		found := eachText(r.Attribute(name), func(text string) graph.Tri {
			return graph.Known(scalingAction.MatchString(text))
		})
		if found == graph.True {
			return true
		}
	}
	return false
}

// MentionedByProgram is the first resource, by address, that names another one and runs or starts a program, or lets one
// scale it; nil where there is none.
func MentionedByProgram(r *graph.Resource) *graph.Resource {
	for m := range mentionedIn(r) {
		from := m.from
		if from.Mode != graph.Managed || m.waits() {
			continue
		}
		if programs[from.Language][from.Type] || isCustom(from) || letsScale(from) {
			return from
		}
	}
	return nil
}

// CalledOutOfSight tells whether something else than an alarm in sight may call the scaling policy: a program that names
// it, or who uses the unit and is handed the policy. It is Unknown or False.
func CalledOutOfSight(policy *graph.Resource) graph.Tri {
	if by := MentionedByProgram(policy); by != nil {
		policy.Graph().Doubt(graph.Doubt{Resource: policy, Message: by.Address + " names " + policy.Address + " and may call it"})
		return graph.Unknown
	}
	return policy.Graph().Offered(policy)
}

// callees are the scaling policies that alarms call.
type callees struct {
	of   map[*graph.Resource][]Back
	open *graph.Resource // an alarm that may call any of them; nil where there is none
}

// calledByAlarms finds them. A policy is called by its ARN, which nobody can know before it is there: what an alarm takes
// from a variable or from a resource of another kind calls no policy of the graph, and an unread module can give only
// what it was handed.
func calledByAlarms(g *graph.Graph) callees {
	type key struct{}
	return graph.Fact(g, key{}, func() callees {
		out := callees{of: map[*graph.Resource][]Back{}}
		for r := range alarm.In(g) {
			for _, name := range actionLists[r.Language] {
				v := r.Attribute(name)
				at := graph.Place{Resource: r, Path: cty.GetAttrPath(name)}
				for _, ref := range graph.Refs(v) {
					if !identity(ref.Attribute) {
						continue
					}
					targets := g.Targets(ref)
					for _, t := range targets {
						when := graph.Always
						if t.Many() || len(targets) > 1 {
							when = graph.Condition{}
						} else if ref.Possible {
							when = ref.When
						}
						if b, ever := backTo(t, r, when, at); ever {
							out.of[t] = append(out.of[t], b)
						}
					}
				}
				eachText(v, func(text string) graph.Tri {
					if !strings.Contains(text, ":autoscaling:") {
						return graph.False
					}
					for _, k := range []Kind{scalingPolicy, targetScalingPolicy} {
						for _, t := range k.byName(g, text) {
							if b, ever := backTo(t, r, graph.Always, at); ever {
								out.of[t] = append(out.of[t], b)
							}
						}
					}
					if strings.HasSuffix(text, graph.Hole) && out.open == nil {
						out.open = r
					}
					return graph.False
				})
			}
		}
		g.TakeDoubts()
		return out
	})
}

// RunsBeside tells whether other compute than this runs at least one instance or task behind one of the same fronts.
func RunsBeside(compute *graph.Resource) graph.Tri { return behindSameFront(compute, runnersOf) }

// runnersOf are targets of a front that run at least one instance or task.
func runnersOf(front *graph.Resource) []Target {
	type key struct{ r *graph.Resource }
	return graph.Fact(front.Graph(), key{front}, func() []Target { return someTargets(front, runsOne) })
}

// someTargets are targets of a front of which a question is true, or may be: of each enough to find one beside any other.
func someTargets(front *graph.Resource, question func(compute *graph.Resource) graph.Tri) []Target {
	var sure, perhaps []Target
	for _, t := range TargetsOf(front).Items {
		if t.Compute != nil {
			t.Certain = t.Certain.And(question(t.Compute))
		}
		switch {
		case t.Compute != nil && t.Certain == graph.True && len(sure) < 2:
			sure = append(sure, t)
		case (t.Compute == nil || t.Certain == graph.Unknown) && len(perhaps) < 2:
			t.Certain = graph.Unknown
			perhaps = append(perhaps, t)
		}
	}
	return append(sure, perhaps...)
}

// behindSameFront tells whether among some targets of its fronts there is other compute than this.
func behindSameFront(compute *graph.Resource, some func(front *graph.Resource) []Target) graph.Tri {
	out := graph.False
	for _, f := range FrontsOf(compute).Items {
		if f.To == nil {
			continue
		}
		for _, t := range some(f.To) {
			if t.Compute != compute {
				out = out.Or(f.Certain.And(t.Certain))
			}
		}
	}
	return out
}
