export function Brand() {
  return (
    <div className="brand">
      <img src="/favicon.svg" alt="" />
      Rulewright
    </div>
  );
}
