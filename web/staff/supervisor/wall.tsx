export default function Wall() {
  return <h1>Đầu Mối</h1>;
}
